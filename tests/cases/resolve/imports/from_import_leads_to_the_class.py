# case: a name imported from a module leads to that module's class
from sklearn.cluster import DBSCAN, KMeans

KMeans(3, max_iter=5)  # call: sklearn.cluster.KMeans(3, max_iter=5)
DBSCAN()  # call: sklearn.cluster.DBSCAN()
