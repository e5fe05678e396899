# case: no step, no finding
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3)
