# case: an item of a dictionary is found by its key
from sklearn.cluster import DBSCAN, KMeans

MODELS = {"km": KMeans, 'db': DBSCAN, 1: KMeans}
MODELS["km"]()  # call: sklearn.cluster.KMeans()
MODELS["db"]()  # call: sklearn.cluster.DBSCAN()
MODELS[1]()  # call: sklearn.cluster.KMeans()
MODELS["other"]()
