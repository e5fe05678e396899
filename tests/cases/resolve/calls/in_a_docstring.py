# case: an example in a docstring is text
from sklearn.cluster import KMeans


def fit():
    """Fit.

    >>> KMeans(3)
    """
