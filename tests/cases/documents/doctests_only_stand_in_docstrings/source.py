from sklearn.cluster import KMeans

text = """
>>> KMeans(3)
"""


def first():
    pass
    """
    >>> KMeans(3)
    """


def second():
    f"""
    >>> KMeans(3)
    """
    # >>> KMeans(3)
