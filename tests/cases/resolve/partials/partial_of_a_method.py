# case: partial of a bound method
from functools import partial

from sklearn.cluster import KMeans

predict = partial(KMeans(3).fit_predict, X)  # call: sklearn.cluster.KMeans(3); sklearn.cluster.KMeans.fit_predict(_) likely
