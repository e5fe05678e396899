# case: an inner function sees the parameter, not the import
from sklearn.cluster import KMeans


def outer(KMeans):
    def inner():
        return KMeans(3)

    return inner
