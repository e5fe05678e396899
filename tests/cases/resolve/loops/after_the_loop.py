# case: a loop may be run not at all
from sklearn.cluster import DBSCAN, KMeans

Model = KMeans
while more():
    Model = DBSCAN
Model()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
