# case: partial calls the class later, perhaps with more arguments
import functools
from functools import partial

from sklearn.cluster import KMeans

partial(KMeans, 3, n_init=4)  # call: sklearn.cluster.KMeans(3, n_init=4) likely
functools.partial(KMeans)  # call: sklearn.cluster.KMeans() likely
