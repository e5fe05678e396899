# case: where attributes are set under names that nobody knows, each of them may be another
from sklearn.cluster import KMeans


class Model:
    cls = KMeans

    def __init__(self, **options):
        self.__dict__.update(options)

    def fit(self):
        return self.cls(3)  # call: sklearn.cluster.KMeans(_) possible


class Other:
    cls = KMeans

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)


Other().cls(4)  # call: sklearn.cluster.KMeans(_) possible
