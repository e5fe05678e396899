# case: of two classes by condition, either may be called
from sklearn.cluster import DBSCAN, KMeans

if fast:
    Model = KMeans
else:
    Model = DBSCAN
Model()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
