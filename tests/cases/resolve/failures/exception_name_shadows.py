# case: the name of an exception is bound in its handler, and unbound afterwards
from sklearn.cluster import KMeans

try:
    pass
except ValueError as KMeans:
    KMeans()
