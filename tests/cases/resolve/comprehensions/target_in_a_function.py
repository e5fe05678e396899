# case: the target of a comprehension does not make a name of the function
from mylib import KMeans


def fit():
    [KMeans for KMeans in xs]
    return KMeans(3)
