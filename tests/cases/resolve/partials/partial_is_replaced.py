# case: a name bound anew after the import of partial is another function
from functools import partial

from sklearn.cluster import KMeans


def partial(f, *args): ...


partial(KMeans, 3)
