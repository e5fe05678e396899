# case: where the import failed, the base is another class, of which nothing is known
try:
    from sklearn.cluster import KMeans
except ImportError:
    from elsewhere import KMeans


class Model(KMeans):
    def __init__(self, k):
        super().__init__(k)


Model(3)
