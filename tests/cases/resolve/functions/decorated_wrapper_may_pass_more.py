# case: a wrapper under an unknown decorator is possible at most
from sklearn.cluster import KMeans


@other
def make(**kwargs):
    return KMeans(**kwargs)  # call: sklearn.cluster.KMeans(**?)


make(n_clusters=3)  # call: sklearn.cluster.KMeans(n_clusters) possible
