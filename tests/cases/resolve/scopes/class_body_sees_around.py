# case: a class body sees the names around it until it binds its own
from sklearn.cluster import KMeans


class Model:
    a = KMeans(1)  # call: sklearn.cluster.KMeans(1)
    KMeans = load()
    b = KMeans(2)
