# case: a block that ends an exception may have stopped anywhere
from contextlib import suppress

from sklearn.cluster import DBSCAN, KMeans

a = DBSCAN
with suppress(ValueError):
    read()
    a = KMeans
    a(3)  # call: sklearn.cluster.KMeans(_)
a(4)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
