# case: a dictionary that is given away may be changed by whoever has it
from sklearn.cluster import KMeans

a = {"n_init": 3}
tune(a)
KMeans(**a)  # call: sklearn.cluster.KMeans(**?)
b = {"n_init": 3}
registry.append(b)
KMeans(**b)  # call: sklearn.cluster.KMeans(**?)
c = {"n_init": 3}
self._opts = c
KMeans(**c)  # call: sklearn.cluster.KMeans(**?)


def make():
    d = {"n_init": 3}
    KMeans(**d)  # call: sklearn.cluster.KMeans(**?)
    registry._d = d
    return d
