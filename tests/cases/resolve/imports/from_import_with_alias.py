# case: an alias leads to what it stands for, and the original name is not bound
from sklearn.cluster import KMeans as KM

KM(3)  # call: sklearn.cluster.KMeans(_)
KMeans(3)
