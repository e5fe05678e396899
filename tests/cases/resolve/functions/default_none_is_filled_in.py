# case: a parameter that is filled in when it is missing may be that object
from sklearn.cluster import KMeans


def fit(X, model=None):
    if model is None:
        model = KMeans(3)  # call: sklearn.cluster.KMeans(_)
    return model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) possible
