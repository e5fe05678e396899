# case: a name bound to two dictionaries is not known where either may hold
from sklearn.cluster import KMeans

opts = {"n_init": 3}
if fast:
    opts = {"max_iter": 5}
KMeans(**opts)  # call: sklearn.cluster.KMeans(**?)
opts = {"tol": 1}
KMeans(**opts)  # call: sklearn.cluster.KMeans(tol=1)
