from sklearn.cluster import KMeans


def broken():
    """
    >>> KMeans(((
    1
    """


def whole():
    """
    >>> KMeans(3)
    """
