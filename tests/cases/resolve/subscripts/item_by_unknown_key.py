# case: with an unknown key it may be any item
from sklearn.cluster import DBSCAN, KMeans

MODELS = {"km": KMeans, "db": DBSCAN}


def make(name):
    return MODELS[name]()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
