# case: parentheses around a callee change nothing
from sklearn.cluster import KMeans

(KMeans)(3)  # call: sklearn.cluster.KMeans(_)
((KMeans)(3))  # call: sklearn.cluster.KMeans(_)
(KMeans(3),)  # call: sklearn.cluster.KMeans(_)
