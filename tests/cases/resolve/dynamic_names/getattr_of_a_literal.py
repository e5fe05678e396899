# case: getattr with a literal is an attribute
import sklearn.cluster
from sklearn import cluster

getattr(cluster, "KMeans")(3)  # call: sklearn.cluster.KMeans(_)
getattr(sklearn, "cluster").KMeans(3)  # call: sklearn.cluster.KMeans(_)
getattr(cluster, "KMeans", None)(3)  # call: sklearn.cluster.KMeans(_)
getattr(cluster, "KMeans", load())(3)  # call: sklearn.cluster.KMeans(_) possible
