# case: calls in comprehensions are calls
from sklearn.cluster import KMeans

[KMeans(k) for k in ks if KMeans(1)]  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans(_)
{KMeans(k): KMeans(2) for k in KMeans(3)}  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans(_); sklearn.cluster.KMeans(_)
any(KMeans(k) for j in ks for k in KMeans(j))  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans(_)
{KMeans(k) async for k in ks}  # call: sklearn.cluster.KMeans(_)
