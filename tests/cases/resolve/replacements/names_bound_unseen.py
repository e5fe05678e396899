# case: code that is text may bind any name of the module
from sklearn.cluster import KMeans

exec(text)
KMeans(3)  # call: sklearn.cluster.KMeans(_) likely


def fit():
    from sklearn.cluster import DBSCAN

    return DBSCAN(), KMeans(4)  # call: sklearn.cluster.DBSCAN(); sklearn.cluster.KMeans(_) likely
