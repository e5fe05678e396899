# case: an augmented assignment gives something else
from sklearn.cluster import KMeans

KMeans += 1
KMeans()
