# case: a star import of an unknown module before the import has no say
from mylib import *
from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans()
