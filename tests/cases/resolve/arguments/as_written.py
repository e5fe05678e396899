# case: positional and keyword arguments are told in the order of the source
from sklearn.cluster import KMeans

KMeans(a, 3, max_iter=b, n_init=4)  # call: sklearn.cluster.KMeans(_, _, max_iter, n_init)
KMeans(a, 3, max_iter=b, n_init=4)  # call: sklearn.cluster.KMeans(_, 3, max_iter, n_init=4)
KMeans(x for x in y)  # call: sklearn.cluster.KMeans(_)
KMeans(3,)  # call: sklearn.cluster.KMeans(3)
