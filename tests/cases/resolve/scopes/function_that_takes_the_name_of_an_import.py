# case: inside a function that replaced an import, its name is the function
from sklearn.cluster import KMeans


def KMeans(k):
    return KMeans(k - 1)
