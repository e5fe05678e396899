# case: calls in bases, keywords and the body are calls
from sklearn.cluster import KMeans


class Model(KMeans(1), metaclass=KMeans(2)):  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2)
    km = KMeans(3)  # call: sklearn.cluster.KMeans(3)
