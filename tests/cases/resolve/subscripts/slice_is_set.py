# case: a list of which a slice is set holds something else
from sklearn.cluster import DBSCAN, KMeans

models = [KMeans]
models[:] = [DBSCAN]
models[0](3)
