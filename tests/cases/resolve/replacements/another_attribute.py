# case: an attribute that is no callable, or of something else, replaces nothing
from sklearn import cluster

cluster.seed = 1
other.KMeans = Fake
setattr(other, "KMeans", Fake)
patch("other.KMeans")
cluster.KMeans(3)  # call: sklearn.cluster.KMeans(_) perhaps KMeans
