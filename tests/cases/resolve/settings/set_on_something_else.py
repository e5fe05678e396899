# case: what is set on another object is no parameter of this one
from sklearn.cluster import DBSCAN, KMeans

a = KMeans(3)  # call: sklearn.cluster.KMeans(_)
b = DBSCAN()  # call: sklearn.cluster.DBSCAN() then n_init
b.n_init = 10
b.set_params(n_init=4)
a.fit_predict.n_init = 3  # a method is another object
a._n_init = 3
