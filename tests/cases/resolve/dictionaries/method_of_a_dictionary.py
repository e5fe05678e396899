# case: methods of a dictionary of classes are not followed
from sklearn.cluster import KMeans

MODELS = {"km": KMeans}
MODELS.get("km")(3)
MODELS.pop("km")(3)
for Model in MODELS.values():
    Model(3)
for name in MODELS:
    name(3)
