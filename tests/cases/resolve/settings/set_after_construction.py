# case: a parameter that is set on the object afterwards is told, as sure as it is
from sklearn.cluster import KMeans

a = KMeans(3)  # call: sklearn.cluster.KMeans(_) then n_init
a.n_init = 10
b = KMeans(3)  # call: sklearn.cluster.KMeans(_) then max_iter then n_init
b.set_params(n_init=4, max_iter=5)
b = KMeans(3)  # call: sklearn.cluster.KMeans(_) then n_init
b.set_params(**{"n_init": 4})
b = KMeans(3)  # call: sklearn.cluster.KMeans(_) then tol perhaps **
b.set_params(tol=1, **chosen)
c = KMeans(3)  # call: sklearn.cluster.KMeans(_) perhaps n_init
if X:
    c.n_init = 10
d = KMeans(3) if X else KMeans(4)  # call: sklearn.cluster.KMeans(_) perhaps n_init; sklearn.cluster.KMeans(_) perhaps n_init
d.n_init = 5


class Model:
    def __init__(self):
        self.km = KMeans(3)  # call: sklearn.cluster.KMeans(_) perhaps n_init

    def fit(self, X):
        self.km.n_init = 10


def make():
    e = KMeans(5)  # call: sklearn.cluster.KMeans(_) then n_init
    e.n_init = 3
    return e
