# case: a dictionary in a dictionary is changed by a method of it
from sklearn.cluster import KMeans

options = {"km": {"n_clusters": 3}}
options["km"].update(n_init=4)
KMeans(**options["km"])  # call: sklearn.cluster.KMeans(**?)
