# case: an annotation alone makes a name local to its function
from sklearn.cluster import KMeans


def fit():
    KMeans: type
    return KMeans()
