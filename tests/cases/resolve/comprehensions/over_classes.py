# case: the target of a comprehension over classes is any of them
from sklearn.cluster import DBSCAN, KMeans

[Model() for Model in (KMeans, DBSCAN)]  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
[Model() for Model in {KMeans}]  # call: sklearn.cluster.KMeans()
