# case: the target of a loop over classes is any of them
from sklearn.cluster import DBSCAN, KMeans

for Model in (KMeans, DBSCAN):
    Model()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
