# case: a name that was bound anew is what it was bound to
from sklearn.cluster import KMeans

KMeans = patch(KMeans)
KMeans()
