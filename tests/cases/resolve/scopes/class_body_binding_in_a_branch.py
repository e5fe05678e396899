# case: a class body looks further out where its own name may not be bound
from sklearn.cluster import KMeans


class Model:
    if fast:
        KMeans = load()
    KMeans(2)  # call: sklearn.cluster.KMeans(2) possible
