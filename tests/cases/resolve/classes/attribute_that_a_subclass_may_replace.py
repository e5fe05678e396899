# case: a class or function that is had from self may be another one in a subclass of another file
from sklearn.cluster import KMeans


class Model:
    cls = KMeans

    def __init__(self):
        self.kept = KMeans
        self.__own = KMeans
        self.model = KMeans(1)  # call: sklearn.cluster.KMeans(_)

    def find(self):
        return KMeans

    def fit(self, X):
        self.cls(2)  # call: sklearn.cluster.KMeans(_) likely
        self.kept(3)  # call: sklearn.cluster.KMeans(_) likely
        self.find()(4)  # call: sklearn.cluster.KMeans(_) likely
        self.__own(5)  # call: sklearn.cluster.KMeans(_)
        self.model.fit(X)


Model().cls(6)  # call: sklearn.cluster.KMeans(_)
