# case: the target of a comprehension is bound in it and not around it
from sklearn.cluster import KMeans

[KMeans(3) for KMeans in load()]
KMeans(3)  # call: sklearn.cluster.KMeans(_)
