# case: a name that some function binds by global may be anything at any time
from sklearn.cluster import KMeans


def patch():
    global KMeans
    KMeans = load()


KMeans(3)  # call: sklearn.cluster.KMeans(_) possible


def fit():
    return KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
