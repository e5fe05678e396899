# case: defaults are evaluated once, in the scope around
from sklearn.cluster import KMeans


def fit(KMeans=KMeans(3)):  # call: sklearn.cluster.KMeans(_)
    return KMeans


fit = lambda a=KMeans(4), *, b=KMeans(5): a  # call: sklearn.cluster.KMeans(4); sklearn.cluster.KMeans(5)
