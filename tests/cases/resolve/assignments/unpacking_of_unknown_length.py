# case: a star takes what the other places leave, and of an unknown value the places are not known
from sklearn.cluster import DBSCAN, KMeans

A, *B = KMeans, DBSCAN
A()  # call: sklearn.cluster.KMeans()
B[0]()  # call: sklearn.cluster.DBSCAN()
*C, D = KMeans, KMeans, DBSCAN
C[1]()  # call: sklearn.cluster.KMeans()
D()  # call: sklearn.cluster.DBSCAN()
E, F = load()
E()
(G,) = KMeans, DBSCAN
G()
H, *I, J, K = KMeans, DBSCAN
H()
*L, M = load()
L[0]()
M()
