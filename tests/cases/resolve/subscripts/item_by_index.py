# case: an item of a tuple is found by its index
from sklearn.cluster import DBSCAN, KMeans

MODELS = (KMeans, DBSCAN)
MODELS[0]()  # call: sklearn.cluster.KMeans()
MODELS[-1]()  # call: sklearn.cluster.DBSCAN()
MODELS[2]()
MODELS[i]()  # call: sklearn.cluster.DBSCAN() likely; sklearn.cluster.KMeans() likely
