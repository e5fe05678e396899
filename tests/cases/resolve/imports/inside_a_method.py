# case: an import inside a method binds there
class Model:
    def fit(self, X):
        import sklearn.cluster as c

        return c.KMeans()  # call: sklearn.cluster.KMeans()

    def other(self, X):
        return c.KMeans()
