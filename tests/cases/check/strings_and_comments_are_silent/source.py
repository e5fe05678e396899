# case: a call in a string or a comment is no call: KMeans(n_clusters=3)
from sklearn.cluster import KMeans  # KMeans(n_clusters=3)

TEXT = "KMeans(n_clusters=3)"
print(KMeans.__doc__, TEXT)
