# case: what the end of a loop binds, its beginning sees the next time
from sklearn.cluster import DBSCAN, KMeans

Model = KMeans
for _ in range(3):
    Model()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
    Model = DBSCAN
