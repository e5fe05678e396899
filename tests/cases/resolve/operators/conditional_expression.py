# case: of two classes in a conditional expression, either may be called
from sklearn.cluster import DBSCAN, KMeans

(KMeans if fast else DBSCAN)(3)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
Model = KMeans if fast else load()
Model()  # call: sklearn.cluster.KMeans() possible
