# case: affinity became metric, and both are Euclidean
from sklearn.cluster import AgglomerativeClustering

model = AgglomerativeClustering()
