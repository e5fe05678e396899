# case: an inner container that changes is not known
from sklearn.cluster import KMeans

MODELS = {"a": {"km": KMeans}}
MODELS["a"]["km"] = load()
MODELS["a"]["km"](3)
