# case: a class body in a function sees the names of the function
def outer():
    from sklearn.cluster import KMeans

    class Model:
        a = KMeans(1)  # call: sklearn.cluster.KMeans(1)

        def fit(self):
            return KMeans(2)  # call: sklearn.cluster.KMeans(2)
