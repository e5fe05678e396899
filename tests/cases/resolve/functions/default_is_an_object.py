# case: a parameter with an object as its default may be that object
from sklearn.cluster import KMeans


def fit(X, model=KMeans(3)):  # call: sklearn.cluster.KMeans(_)
    return model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) possible
