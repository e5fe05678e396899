# case: a value that depends on a branch is not told
from sklearn.cluster import KMeans

init = "random" if fast else "k-means++"
KMeans(init=init)  # call: sklearn.cluster.KMeans(init)
n = 3
if fast:
    n = 5
KMeans(n)  # call: sklearn.cluster.KMeans(_)
same = 1 if fast else 1
KMeans(same)  # call: sklearn.cluster.KMeans(1)
