# case: every case of match is a branch
from sklearn.cluster import DBSCAN, KMeans

match kind:
    case "km":
        Model = KMeans
    case "db":
        Model = DBSCAN
    case _:
        raise ValueError(kind)
Model()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
