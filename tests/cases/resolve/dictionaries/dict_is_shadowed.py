# case: a function of the file named dict is not the built-in
from sklearn.cluster import KMeans


def dict(**kwargs): ...


KMeans(**dict(n_init=3))  # call: sklearn.cluster.KMeans(**?)
