import sklearn.cluster
from sklearn.cluster import KMeans

KMeans(3)  # call: sklearn.cluster.KMeans(3) possible
sklearn.cluster.KMeans(4)  # call: sklearn.cluster.KMeans(4) possible
sklearn.cluster.Other(5)
