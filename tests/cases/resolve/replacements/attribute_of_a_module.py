# case: what the file puts something else in the place of is possible at most, wherever it is called
from sklearn import cluster

cluster.DBSCAN(1)  # call: sklearn.cluster.DBSCAN(_)
cluster.KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
cluster.KMeans = Fake
cluster.KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
