# case: star imports of modules that hold nothing known bind nothing known
from sklearn.decomposition import *
from pandas.io import *

KMeans()
DataFrame()
