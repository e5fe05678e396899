# case: a class with __new__ may give an object of another class
from sklearn.cluster import KMeans


class Model(KMeans):
    def __new__(cls, k):
        return other


Model(3).fit(X)
