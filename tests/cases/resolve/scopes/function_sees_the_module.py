# case: a function sees the names of its module
from sklearn.cluster import KMeans


def fit(X):
    def inner():
        return KMeans(3)  # call: sklearn.cluster.KMeans(_)

    return inner().fit(X), KMeans(4)  # call: sklearn.cluster.KMeans(_)
