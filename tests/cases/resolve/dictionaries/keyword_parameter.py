# case: what a function takes as keywords is not known
from sklearn.cluster import KMeans


def fit(X, **opts):
    return KMeans(**opts)  # call: sklearn.cluster.KMeans(**?)


def other(opts={"n_init": 3}):
    return KMeans(**opts)  # call: sklearn.cluster.KMeans(**?)
