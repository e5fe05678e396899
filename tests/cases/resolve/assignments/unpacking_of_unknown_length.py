# case: with a star or an unknown value the places are not known
from sklearn.cluster import DBSCAN, KMeans

A, *B = KMeans, DBSCAN
A()
C, D = load()
C()
(E,) = KMeans, DBSCAN
E()
