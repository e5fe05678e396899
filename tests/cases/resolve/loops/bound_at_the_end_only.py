# case: a name that is first bound at the end of a loop is seen at its beginning the next time
from sklearn.cluster import KMeans


def fit(X):
    for i in range(3):
        if i:
            km.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
        km = KMeans(3)  # call: sklearn.cluster.KMeans(_)
