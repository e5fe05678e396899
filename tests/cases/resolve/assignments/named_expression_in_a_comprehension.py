# case: := in a comprehension binds around it
from sklearn.cluster import KMeans

[last := KMeans for _ in range(3)]
last()  # call: sklearn.cluster.KMeans()


def fit():
    any((KMeans := x) for x in xs)
    return KMeans()
