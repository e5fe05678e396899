# case: what the module bound before the function was defined is gone
from sklearn.cluster import KMeans

KMeans = load()


def fit():
    return KMeans(3)
