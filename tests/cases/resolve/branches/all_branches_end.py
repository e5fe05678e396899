# case: what every branch replaced is gone, also where some end
from sklearn.cluster import KMeans


def fit(kind):
    from sklearn.cluster import KMeans

    if kind:
        KMeans = load()
    else:
        raise ValueError
    return KMeans()
