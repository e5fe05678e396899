# case: dictionaries merged in a display, a call or by | are read, the later entry counts
from sklearn.cluster import KMeans

base = {"n_init": 3, "tol": 1}
KMeans(**{**base, "n_init": 4})  # call: sklearn.cluster.KMeans(n_init=4, tol=1)
KMeans(**dict(base, n_init=5))  # call: sklearn.cluster.KMeans(n_init=5, tol=1)
KMeans(**(base | {"max_iter": 6}))  # call: sklearn.cluster.KMeans(n_init=3, tol=1, max_iter=6)
