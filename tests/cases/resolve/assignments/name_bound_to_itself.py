# case: a name bound to the result of itself is that result
from sklearn.cluster import KMeans

KMeans = KMeans.patched
KMeans()
