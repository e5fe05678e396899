# case: the names of classes are not the classes
from sklearn import cluster

for name in ("KMeans", "DBSCAN"):
    name(3)
    cluster.name(3)
