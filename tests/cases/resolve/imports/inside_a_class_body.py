# case: an import in a class body is seen in the body and not in methods
class Model:
    from sklearn.cluster import KMeans

    default = KMeans(3)  # call: sklearn.cluster.KMeans(_)

    def fit(self, X):
        return KMeans(4)
