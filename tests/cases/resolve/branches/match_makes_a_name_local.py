# case: a capture makes its name local in the whole function
from sklearn.cluster import KMeans


def fit(x):
    KMeans()
    match x:
        case {"k": KMeans}:
            pass
