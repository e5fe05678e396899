# case: what follows a return is told as if it ran
from sklearn.cluster import KMeans


def fit():
    return 1
    KMeans(3)  # call: sklearn.cluster.KMeans(_)
