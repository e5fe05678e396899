from sklearn.cluster import KMeans


def first():
    """
    >>> print("\n", KMeans(3))
    """


def second():
    "Text. " "\n>>> KMeans(3)"
