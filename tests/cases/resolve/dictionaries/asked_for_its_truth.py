# case: a condition asks a dictionary for its truth, and changes nothing in it
from sklearn.cluster import KMeans

MODELS = {"km": KMeans}
assert MODELS, "no models"
if MODELS and not MODELS:
    pass
while not (MODELS or x):
    break
name = "a" if MODELS else "b"
MODELS["km"](3)  # call: sklearn.cluster.KMeans(3)
