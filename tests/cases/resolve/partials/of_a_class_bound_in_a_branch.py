# case: a partial of a class that a branch imports is one of that class: without it, the call would raise
from functools import partial

if X:
    from sklearn.cluster import KMeans


def make(**kwargs):
    return partial(KMeans, **kwargs)  # call: sklearn.cluster.KMeans(**?) likely


make(n_init=7)()  # call: sklearn.cluster.KMeans(n_init=7)
