# case: a star import of a known module binds what is known to lie in it
from sklearn.cluster import *

KMeans(3)  # call: sklearn.cluster.KMeans(_)
k_means_.KMeans(3)  # call: sklearn.cluster.k_means_.KMeans(_)
RandomForestClassifier()
