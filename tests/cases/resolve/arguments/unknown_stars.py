# case: an unknown unpacking stays a star
from sklearn.cluster import KMeans

KMeans(*args)  # call: sklearn.cluster.KMeans(*?)
KMeans(3, *load(), n_init=3, **opts)  # call: sklearn.cluster.KMeans(3, *?, n_init=3, **?)
KMeans(**load())  # call: sklearn.cluster.KMeans(**?)
