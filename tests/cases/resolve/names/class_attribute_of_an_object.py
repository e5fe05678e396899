# case: the class of an object is not followed
from sklearn.cluster import KMeans

km = KMeans(3)  # call: sklearn.cluster.KMeans(_)
km.__class__(3)
type(km)(3)
