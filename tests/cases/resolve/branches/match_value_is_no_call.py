# case: patterns with names of classes are no calls
from sklearn import cluster

match x:
    case cluster.KMeans():
        pass
    case cluster.KMeans | cluster.DBSCAN:
        pass
    case {"k": cluster.KMeans(3)}:
        pass
