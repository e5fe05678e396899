# case: a step that starts after the change has no finding
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3)
