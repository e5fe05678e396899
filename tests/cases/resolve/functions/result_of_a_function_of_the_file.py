# case: what a function of the file returns is not followed
from sklearn.cluster import KMeans


def make():
    return KMeans(3)  # call: sklearn.cluster.KMeans(_)


make().fit_predict(X)
