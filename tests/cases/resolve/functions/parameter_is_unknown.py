# case: a parameter is whatever the caller passes
def fit(model, KMeans, *, DBSCAN, **rest):
    model(3)
    KMeans(3)
    DBSCAN(3)
    rest["KMeans"](3)
