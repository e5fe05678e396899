# case: a call in a loop is one call site
from sklearn.cluster import KMeans

for k in range(2, 9):
    KMeans(k)  # call: sklearn.cluster.KMeans(_)
while KMeans(1):  # call: sklearn.cluster.KMeans(1)
    KMeans(2)  # call: sklearn.cluster.KMeans(2)
else:
    KMeans(3)  # call: sklearn.cluster.KMeans(3)
