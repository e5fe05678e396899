# case: partialmethod is not partial
import functools

from sklearn.cluster import KMeans


class Model:
    make = functools.partialmethod(KMeans, 3)
