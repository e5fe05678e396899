# case: a key of a dictionary is no attribute
from sklearn.cluster import KMeans

MODELS = dict(km=KMeans)
MODELS.km(3)
