# case: nonlocal leads to the parameter of the function around
from sklearn.cluster import KMeans


def outer(KMeans):
    def inner():
        nonlocal KMeans
        return KMeans(3)
