# case: an annotated assignment binds, an annotation alone does not
from sklearn.cluster import KMeans

KM: type = KMeans
KM()  # call: sklearn.cluster.KMeans()
KMeans: type
KMeans()  # call: sklearn.cluster.KMeans()
