# case: calls in displays are calls
from sklearn.cluster import KMeans

[KMeans(1), *KMeans(2)]  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2)
{KMeans(3)}  # call: sklearn.cluster.KMeans(3)
{"a": KMeans(4), **KMeans(5)}  # call: sklearn.cluster.KMeans(4); sklearn.cluster.KMeans(5)
x = KMeans(6), KMeans(7)  # call: sklearn.cluster.KMeans(6); sklearn.cluster.KMeans(7)
