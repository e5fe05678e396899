# case: what is kept in an attribute is not followed
from sklearn.cluster import KMeans


class Model:
    def __init__(self):
        self.km = KMeans(3)  # call: sklearn.cluster.KMeans(_)

    def fit(self, X):
        return self.km.fit_predict(X)
