# case: another constructor makes the class another one
from sklearn.cluster import DBSCAN, KMeans

KMeans.__init__ = other
KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
DBSCAN()  # call: sklearn.cluster.DBSCAN()
