# case: a class that decides about every attribute has none that is known
from sklearn.cluster import KMeans


class Model:
    cls = KMeans

    def __getattribute__(self, name):
        return other


Model().cls(3)
