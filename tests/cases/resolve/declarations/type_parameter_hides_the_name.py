# case: a type parameter hides the name in the function or class that it belongs to
from sklearn.cluster import KMeans


def fit[KMeans](x):
    def inner():
        return KMeans(1)

    return KMeans(2)


class Model[KMeans](Base[KMeans(3)]):
    km = KMeans(4)

    def fit(self):
        return KMeans(5)


def many[*KMeans, **DBSCAN]():
    return KMeans(6)
