from sklearn.cluster import KMeans


def first():
    """
    >>> Model = KMeans
    >>> Model(3)
    >>> Model = load()

    And further down:

    >>> Model(3)
    """


def second():
    """
    >>> Model(3)
    >>> KMeans = load
    """


KMeans(4)
