# case: a star import of an unknown module after the import might replace the name, which is not likely
from sklearn.cluster import KMeans
from mylib import *

KMeans()  # call: sklearn.cluster.KMeans() likely
