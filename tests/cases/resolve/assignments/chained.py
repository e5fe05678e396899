# case: a chained assignment binds every target
from sklearn.cluster import KMeans

A = B = KMeans
A()  # call: sklearn.cluster.KMeans()
B()  # call: sklearn.cluster.KMeans()
