# case: a function of the file named getattr is not the built-in
from sklearn import cluster


def getattr(a, b): ...


getattr(cluster, "KMeans")(3)
