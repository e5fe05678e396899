# case: a tuple is unpacked place by place
from sklearn.cluster import DBSCAN, KMeans

A, (B, C) = KMeans, [DBSCAN, print]
A()  # call: sklearn.cluster.KMeans()
B()  # call: sklearn.cluster.DBSCAN()
C()
