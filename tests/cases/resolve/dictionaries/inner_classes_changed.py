# case: a class in a dictionary that is changed in another one is not known
from sklearn.cluster import KMeans

models = {"a": {"km": KMeans}}
models["a"].update(km=other)
models["a"]["km"](3)
