# case: := binds and gives the value
from sklearn.cluster import KMeans

if (KM := KMeans) and KM():  # call: sklearn.cluster.KMeans()
    KM(2)  # call: sklearn.cluster.KMeans(2)
(DB := KMeans)(3)  # call: sklearn.cluster.KMeans(3)
