# case: a metaclass decides what calling a class does
from sklearn.cluster import KMeans


class Meta(type):
    def __call__(cls, k):
        return other


class Model(KMeans, metaclass=Meta):
    pass


Model(3).fit(X)
