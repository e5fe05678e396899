# case: a lambda under the name of a class is called
from sklearn.cluster import KMeans

KMeans = lambda k: other(k)  # noqa: E731
KMeans(3)
