# case: a trailing comma on one line stays a trailing comma
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, n_init=10,)
b = KMeans(3, n_init=10, )
c = KMeans(n_clusters=3, max_iter=5, n_init=10,)
other = MeanShift(3,)
