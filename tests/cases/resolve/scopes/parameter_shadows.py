# case: a parameter named like the class is whatever the caller passes
from sklearn.cluster import KMeans


def fit(KMeans):
    return KMeans(3)


def other(*KMeans, **DBSCAN):
    return KMeans(3)


fit = lambda KMeans: KMeans(3)
