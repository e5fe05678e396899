# case: inside a branch its own binding counts
from sklearn.cluster import DBSCAN, KMeans

if fast:
    KMeans = DBSCAN
    KMeans()  # call: sklearn.cluster.DBSCAN()
else:
    KMeans()  # call: sklearn.cluster.KMeans()
