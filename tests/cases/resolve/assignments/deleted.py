# case: a deleted name is not bound
from sklearn.cluster import KMeans

del KMeans
KMeans()
