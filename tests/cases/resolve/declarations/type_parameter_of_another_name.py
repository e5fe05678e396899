# case: beside type parameters, names mean what they mean elsewhere
from sklearn.cluster import KMeans


def fit[T](x, km=KMeans(1)):  # call: sklearn.cluster.KMeans(1)
    return KMeans(2)  # call: sklearn.cluster.KMeans(2)


class Model[T]:
    DBSCAN = KMeans
    km = DBSCAN(3)  # call: sklearn.cluster.KMeans(3)

    def fit(self):
        return KMeans(4), Model()  # call: sklearn.cluster.KMeans(4)


def outer[KMeans]():
    pass


KMeans(5)  # call: sklearn.cluster.KMeans(5)
