# case: a name bound anywhere in a function is local in all of it
from sklearn.cluster import KMeans


def fit():
    km = KMeans(3)
    KMeans = load()
    return km
