# case: an attribute of a class is what its body binds, or what is set on it anywhere
from sklearn.cluster import DBSCAN, KMeans


class Model:
    cls = KMeans
    other = KMeans
    third = KMeans


Model.cls = DBSCAN
setattr(Model, "other", Fake)
Model.cls(3)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
Model().cls(4)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
Model.other(5)  # call: sklearn.cluster.KMeans(_) possible
Model.third(6)  # call: sklearn.cluster.KMeans(_)
