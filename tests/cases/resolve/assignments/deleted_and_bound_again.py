# case: a deleted name may be bound again
from sklearn.cluster import KMeans

KM, Other = KMeans, KMeans
del (KM, Other)
KM = KMeans
KM()  # call: sklearn.cluster.KMeans()
Other()
