# case: a function runs later, so a name that the module binds anew may be either
from sklearn.cluster import KMeans


def fit():
    return KMeans(3)  # call: sklearn.cluster.KMeans(_) likely


class KMeans:
    pass
