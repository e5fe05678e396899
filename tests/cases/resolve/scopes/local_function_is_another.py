# case: a function of the file named like a class of a library is the file's
from sklearn.cluster import KMeans


def KMeans(k):
    return k


KMeans(3)
