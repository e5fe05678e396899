# case: a function parameter of the same name is whatever the caller passes
from sklearn.cluster import KMeans


def build(KMeans):
    return KMeans(n_clusters=3)


print(KMeans)
