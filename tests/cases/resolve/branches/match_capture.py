# case: a capture binds a name to something unknown
from sklearn.cluster import KMeans

match x:
    case [KMeans, *rest]:
        KMeans()
    case {"a": 1, **KMeans}:
        KMeans()
    case int() as KMeans:
        KMeans()
    case KMeans:
        KMeans()
