# case: an item of a container that may change is not known
from sklearn.cluster import DBSCAN, KMeans

MODELS = {"km": KMeans}
MODELS["km"] = load()
MODELS["km"]()
CLASSES = [KMeans]
CLASSES.insert(0, load())
CLASSES[0]()
