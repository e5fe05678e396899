# case: a subclass with a constructor has another signature, but keeps the methods
from sklearn.cluster import KMeans


class MyKMeans(KMeans):
    def __init__(self, k): ...


class Further(MyKMeans): ...


MyKMeans(3).fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
Further(3)
