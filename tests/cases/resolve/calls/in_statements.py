# case: calls in all kinds of statements are calls
from sklearn.cluster import KMeans

assert KMeans(1), KMeans(2)  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2)
print(KMeans(3)[KMeans(4) : KMeans(5), KMeans(6)])  # call: sklearn.cluster.KMeans(3); sklearn.cluster.KMeans(4); sklearn.cluster.KMeans(5); sklearn.cluster.KMeans(6)
x = KMeans(1) + -KMeans(2) < KMeans(3)  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2); sklearn.cluster.KMeans(3)
if x: KMeans(1); KMeans(2)  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2)
raise KMeans(1) from KMeans(2)  # call: sklearn.cluster.KMeans(1); sklearn.cluster.KMeans(2)
