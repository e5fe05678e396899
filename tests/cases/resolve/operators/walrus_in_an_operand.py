# case: an operand that is not evaluated binds nothing
from sklearn.cluster import DBSCAN, KMeans

a = DBSCAN
x and (a := KMeans)
a(3)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
b = DBSCAN
y = (b := KMeans) if x else 1
b(4)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
(c := KMeans) and x
c(5)  # call: sklearn.cluster.KMeans(_)
