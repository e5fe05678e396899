# case: a parameter with a class as its default may be that class
from sklearn.cluster import KMeans


def fit(X, model=KMeans):
    return model(3)  # call: sklearn.cluster.KMeans(_) possible
