# case: a class of the file as fallback is an alternative
try:
    from sklearn.cluster import KMeans
except ImportError:

    class KMeans:
        def fit(self, X): ...


KMeans()  # call: sklearn.cluster.KMeans() likely
