# case: classes in a dictionary are not called by being there
from sklearn.cluster import DBSCAN, KMeans

MODELS = {"km": KMeans, "db": DBSCAN}
print(MODELS, {**MODELS})
