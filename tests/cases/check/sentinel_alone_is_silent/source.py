# case: 'warn' acts as the value before it, so nothing drifts yet
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3)
