# case: a literal cannot be called
from sklearn.cluster import KMeans

KMeans = "k-means"
KMeans()
