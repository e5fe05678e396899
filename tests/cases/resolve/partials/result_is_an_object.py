# case: calling a partial is a call with all arguments; partials may be stacked
from functools import partial

from sklearn.cluster import DBSCAN, KMeans

make = partial(KMeans, 3)  # call: sklearn.cluster.KMeans(_) likely
make().fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
more = partial(make, n_init=4)  # call: sklearn.cluster.KMeans(_, n_init) likely
more().fit_predict(X)  # call: sklearn.cluster.KMeans(_, n_init); sklearn.cluster.KMeans.fit_predict(_)
more(**{"n_init": 5})  # call: sklearn.cluster.KMeans(3, n_init=5)
more(n_init=5, max_iter=6)  # call: sklearn.cluster.KMeans(3, n_init=5, max_iter=6)
either = partial(KMeans, 3) if X else DBSCAN  # call: sklearn.cluster.KMeans(_) likely
either(4)  # call: sklearn.cluster.KMeans(3, 4) likely; sklearn.cluster.DBSCAN(4) likely


def later(**kwargs):
    return partial(KMeans, **kwargs)  # call: sklearn.cluster.KMeans(**?) likely


later(n_init=7)()  # call: sklearn.cluster.KMeans(n_init=7)
