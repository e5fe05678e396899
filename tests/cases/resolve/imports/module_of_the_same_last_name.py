# case: a module of the same last name in another package is another module
from mylib import cluster
from mylib.pandas import DataFrame

cluster.KMeans()
DataFrame()
