# case: assigning to an attribute or an item does not make a name local
from sklearn.cluster import KMeans


def fit():
    KMeans.seed = 1
    KMeans[0] = 1
    del KMeans.seed
    return KMeans()  # call: sklearn.cluster.KMeans()
