# case: the unpacking of a tuple or list displayed there is read
from sklearn.cluster import KMeans

KMeans(*(1, x), *[3])  # call: sklearn.cluster.KMeans(1, _, 3)
for n in (3, 4):
    k = n + 1
    KMeans(*(n, k))  # call: sklearn.cluster.KMeans(_, _)
KMeans(*((1, 2) if X else (3,)))  # call: sklearn.cluster.KMeans(*?)
KMeans(*((1, 2) if X else [3, 2]))  # call: sklearn.cluster.KMeans(_, 2)
KMeans(*(1, *rest))  # call: sklearn.cluster.KMeans(*?)
KMeans(*{1, 2})  # call: sklearn.cluster.KMeans(*?)
KMeans(*"ab")  # call: sklearn.cluster.KMeans(*?)
