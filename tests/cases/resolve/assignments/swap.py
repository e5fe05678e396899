# case: a swap evaluates the right side first
from sklearn.cluster import DBSCAN, KMeans

KMeans, DBSCAN = DBSCAN, KMeans
KMeans()  # call: sklearn.cluster.DBSCAN()
DBSCAN()  # call: sklearn.cluster.KMeans()
