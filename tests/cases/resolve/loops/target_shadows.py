# case: the target of a loop replaces a name, in the loop and after it
from sklearn.cluster import KMeans


def fit(models):
    for KMeans in models:
        KMeans()
    KMeans()
