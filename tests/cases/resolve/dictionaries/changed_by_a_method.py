# case: a dictionary with a method that changes it is not known
from sklearn.cluster import KMeans

a = {"n_init": 3}
a.update(load())
KMeans(**a)  # call: sklearn.cluster.KMeans(**?)
b = {"n_init": 3}
b.pop("n_init")
KMeans(**b)  # call: sklearn.cluster.KMeans(**?)
c = {"n_init": 3}
c |= load()
KMeans(**c)  # call: sklearn.cluster.KMeans(**?)
d = {"n_init": 3}
del d["n_init"]
KMeans(**d)  # call: sklearn.cluster.KMeans(**?)
