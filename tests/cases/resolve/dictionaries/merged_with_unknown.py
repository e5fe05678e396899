# case: beside an unknown dictionary the known keys are passed, and perhaps others
from sklearn.cluster import KMeans

KMeans(**{"n_init": 3, **load()})  # call: sklearn.cluster.KMeans(n_init, **?)
KMeans(**dict(load(), n_init=3))  # call: sklearn.cluster.KMeans(n_init, **?)
KMeans(**{key: 1, "n_init": 3})  # call: sklearn.cluster.KMeans(n_init, **?)
KMeans(**({"n_init": 3} | load()))  # call: sklearn.cluster.KMeans(**?)
