# case: naming a class calls nothing
from sklearn.cluster import KMeans

MODELS = {"kmeans": KMeans}
print(KMeans.__name__, isinstance(None, KMeans), KMeans)
