# case: a star import of a package binds its subpackages
from sklearn import *

cluster.KMeans()  # call: sklearn.cluster.KMeans()
KMeans()
