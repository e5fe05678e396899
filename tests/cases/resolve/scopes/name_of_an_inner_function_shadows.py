# case: an inner function or class with the name shadows it in the whole function
from sklearn.cluster import KMeans


def outer():
    KMeans()

    def KMeans(): ...

    KMeans()
    return lambda: KMeans()
