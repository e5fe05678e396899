# case: a step that ends before the change has no finding
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3)
