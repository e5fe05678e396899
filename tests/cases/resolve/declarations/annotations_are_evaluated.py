# case: annotations are evaluated, those of local names are not
from sklearn.cluster import KMeans

x: KMeans(1) = 1  # call: sklearn.cluster.KMeans(1)


def fit(a: KMeans(2), *b: KMeans(3), **c: KMeans(4)) -> KMeans(5):  # call: sklearn.cluster.KMeans(2); sklearn.cluster.KMeans(3); sklearn.cluster.KMeans(4); sklearn.cluster.KMeans(5)
    y: KMeans(6) = 1
    self._y: KMeans(7) = 1
