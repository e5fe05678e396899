# case: what a class body binds does not make a name local to the function around it
from sklearn.cluster import KMeans


def outer():
    class Model:
        KMeans = None

    return KMeans()  # call: sklearn.cluster.KMeans()
