# case: global looks past the function around
from sklearn.cluster import KMeans


def outer():
    KMeans = load()

    def inner():
        global KMeans
        return KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
