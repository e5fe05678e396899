# case: a display with a star of a known display is known
from sklearn.cluster import DBSCAN, KMeans

first = (KMeans,)
A, B = (*first, DBSCAN)
A()  # call: sklearn.cluster.KMeans()
B()  # call: sklearn.cluster.DBSCAN()
C, D = (*load(), KMeans)
D()
