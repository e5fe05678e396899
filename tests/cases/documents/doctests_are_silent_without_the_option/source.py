"""A module.

>>> from sklearn.cluster import KMeans as KM
>>> KM(3)
KMeans(n_clusters=3)
"""
from sklearn.cluster import KMeans

km = KMeans(2, n_init=3)


class Model:
    """A model.

    Examples
    --------
    >>> m = KMeans(
    ...     n_clusters=3,
    ... )
    >>> for n in (1, 2):
    ...     KMeans(n)  # the last one
    """

    async def fit(self):
        r'''>>> KMeans(4)'''
        return KMeans(5, n_init=3)
