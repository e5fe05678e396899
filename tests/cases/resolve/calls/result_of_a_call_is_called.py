# case: an object is not its class
from sklearn.cluster import KMeans

KMeans(3)(4)  # call: sklearn.cluster.KMeans(3)
make()(KMeans)(3)
