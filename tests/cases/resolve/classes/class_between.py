# case: between a class and its base may come another base of a subclass
from sklearn.cluster import KMeans


class First(KMeans):
    def __init__(self, k):
        super().__init__(k)  # call: sklearn.cluster.KMeans(_) possible


class Second(KMeans):
    def __init__(self, k):
        super().__init__(k, n_init=3)  # call: sklearn.cluster.KMeans(_, n_init) possible


class Both(First, Second):
    pass
