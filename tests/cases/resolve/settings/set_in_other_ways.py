# case: parameters are set by setattr, through the attributes as a dictionary, by the class, by a dictionary
from sklearn.cluster import KMeans

a = KMeans(1)  # call: sklearn.cluster.KMeans(_) then n_init
setattr(a, "n_init", 3)
b = KMeans(2)  # call: sklearn.cluster.KMeans(_) then n_init
b.set_params(**{"n_init": 3})
c = KMeans(3)  # call: sklearn.cluster.KMeans(_) then n_init
KMeans.set_params(c, n_init=3)
d = KMeans(4)  # call: sklearn.cluster.KMeans(_) then n_init
getattr(d, "set_params")(n_init=3)
e = KMeans(5)  # call: sklearn.cluster.KMeans(_) then n_init
e.__dict__.update(n_init=3)
f = KMeans(6)  # call: sklearn.cluster.KMeans(_) perhaps **
f.set_params(**unknown)
