# case: several calls on one line, several statements on one line
from sklearn.cluster import KMeans, MeanShift

a, b = KMeans(3, n_init=10), KMeans(4, n_init=10)
c = KMeans(3, n_init=10); d = KMeans(4, n_init=10); e = MeanShift(5)
f = [KMeans(3, n_init=10), KMeans(n_init=10), KMeans(4, n_init=10,)]
