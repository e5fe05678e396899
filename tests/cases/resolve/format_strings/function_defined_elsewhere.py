# case: a function that a format string calls keeps its own text
from sklearn.cluster import KMeans

print(f"{make()}")


def make():
    return KMeans(3)  # call: sklearn.cluster.KMeans(_)
