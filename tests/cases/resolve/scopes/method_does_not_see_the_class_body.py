# case: names of a class body are not seen in its methods
from sklearn.cluster import KMeans


class Model:
    KMeans = load()

    def fit(self):
        return KMeans(3)  # call: sklearn.cluster.KMeans(_)

    KMeans(4)
