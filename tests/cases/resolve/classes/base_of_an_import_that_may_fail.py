# case: None cannot be a base: where the import failed, the class is never made
try:
    from sklearn.cluster import KMeans
except ImportError:
    KMeans = None


class Model(KMeans):
    def __init__(self, k):
        super().__init__(k)  # call: sklearn.cluster.KMeans(_)


class Same(KMeans):
    pass


Same(3)  # call: sklearn.cluster.KMeans(3)
