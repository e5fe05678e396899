# case: a dictionary displayed there is read
from sklearn.cluster import KMeans

KMeans(**{"n_init": 3, 'max_iter': x})  # call: sklearn.cluster.KMeans(n_init=3, max_iter)
KMeans(3, **dict(n_init=3))  # call: sklearn.cluster.KMeans(3, n_init=3)
KMeans(**{})  # call: sklearn.cluster.KMeans()
KMeans(**dict())  # call: sklearn.cluster.KMeans()
