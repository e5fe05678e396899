# case: calls in all operands are calls
from sklearn.cluster import KMeans

x = KMeans(1) if KMeans(2) else KMeans(3)  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2); sklearn.cluster.KMeans(3)
y = KMeans(4) and KMeans(5) or not KMeans(6)  # call: sklearn.cluster.KMeans(4); sklearn.cluster.KMeans(5); sklearn.cluster.KMeans(6)
