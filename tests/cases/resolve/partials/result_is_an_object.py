# case: calling a partial gives an object of the class; partials may be stacked
from functools import partial

from sklearn.cluster import KMeans

make = partial(KMeans, 3)  # call: sklearn.cluster.KMeans(_) likely
make().fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
more = partial(make, n_init=4)
more().fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
