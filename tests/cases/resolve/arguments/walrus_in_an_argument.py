# case: := in an argument gives its value
from sklearn.cluster import KMeans

KMeans(k := 3, n_init=(n := load()))  # call: sklearn.cluster.KMeans(3, n_init)
