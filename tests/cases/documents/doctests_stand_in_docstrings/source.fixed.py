"""A module.

>>> from sklearn.cluster import KMeans as KM
>>> KM(3, n_init=10)
KMeans(n_clusters=3)
"""
from sklearn.cluster import KMeans

km = KMeans(2, n_init=10)


class Model:
    """A model.

    Examples
    --------
    >>> m = KMeans(
    ...     n_clusters=3,
    ...     n_init=10,
    ... )
    >>> for n in (1, 2):
    ...     KMeans(n, n_init=10)  # the last one
    """

    async def fit(self):
        r'''>>> KMeans(4, n_init=10)'''
        return KMeans(5, n_init=10)
