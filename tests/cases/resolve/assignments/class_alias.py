# case: a class under another name is still the class
from sklearn import cluster
from sklearn.cluster import KMeans

KM = KMeans
Model = cluster.DBSCAN
KM(3)  # call: sklearn.cluster.KMeans(_)
Model()  # call: sklearn.cluster.DBSCAN()
