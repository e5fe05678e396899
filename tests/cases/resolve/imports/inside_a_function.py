# case: an import inside a function binds there, and nowhere else
def fit(X):
    from sklearn.cluster import KMeans

    return KMeans(3).fit(X)  # call: sklearn.cluster.KMeans(_)


def other(X):
    return KMeans(3).fit(X)


KMeans(3)
