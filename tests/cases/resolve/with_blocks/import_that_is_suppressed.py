# case: a name that a stopped block does not bind is not called
from contextlib import suppress

with suppress(ImportError):
    from sklearn.cluster import KMeans
KMeans(3)  # call: sklearn.cluster.KMeans(_)
