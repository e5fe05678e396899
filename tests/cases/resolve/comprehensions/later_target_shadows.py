# case: every target of a comprehension is local to all of it but the first iterable
from sklearn.cluster import KMeans

[x for x in KMeans(1) for KMeans in x]  # call: sklearn.cluster.KMeans(1)
[KMeans(2) for x in xs for KMeans in x]
