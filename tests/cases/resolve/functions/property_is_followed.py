# case: a property gives what its function returns; a class that is had from self may be another in a subclass
from functools import cached_property

from sklearn.cluster import KMeans


class Model:
    @property
    def cls(self):
        return KMeans

    @cached_property
    def model(self):
        return self.cls(4)  # call: sklearn.cluster.KMeans(4) likely

    @other
    def unknown(self):
        return KMeans

    def fit(self, X):
        self.unknown(X)
        self.model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) likely
        return self.cls(3)  # call: sklearn.cluster.KMeans(3) likely
