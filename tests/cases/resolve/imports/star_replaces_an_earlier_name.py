# case: a star import of a known module replaces an earlier binding
from mylib import KMeans
from sklearn.cluster import *

KMeans()  # call: sklearn.cluster.KMeans()
