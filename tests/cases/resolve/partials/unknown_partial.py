# case: another function named partial, or an unknown first argument, is not followed
from functools import partial

from mylib import partial as other
from sklearn.cluster import KMeans

other(KMeans, 3)
partial(*args)
partial(load(), KMeans)
partial(func=KMeans)
