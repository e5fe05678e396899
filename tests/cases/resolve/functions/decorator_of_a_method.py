# case: a decorated method is not followed
from sklearn.cluster import KMeans


class Model:
    @property
    def cls(self):
        return KMeans

    def fit(self):
        return self.cls(3)
