# case: a class pattern is no call, a guard and a body are code
from sklearn.cluster import KMeans

match x:
    case KMeans(n_clusters=3):
        pass
    case y if KMeans(1):  # call: sklearn.cluster.KMeans(1)
        KMeans(2)  # call: sklearn.cluster.KMeans(2)
