# case: a subclass without a constructor has the one of its base
from sklearn.cluster import KMeans


class MyKMeans(KMeans):
    def score(self, X): ...


class Further(MyKMeans):
    pass


MyKMeans(3)  # call: sklearn.cluster.KMeans(_)
Further(3).fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
