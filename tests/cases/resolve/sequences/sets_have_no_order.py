# case: a set cannot be unpacked into known places
from sklearn.cluster import DBSCAN, KMeans

A, B = {KMeans, DBSCAN}
A(3)
