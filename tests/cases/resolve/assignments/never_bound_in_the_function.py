# case: a name that is only deleted in a function is local and not bound
from sklearn.cluster import KMeans


def clear():
    del KMeans


def fit():
    del fit_predict
    return fit_predict(X)
