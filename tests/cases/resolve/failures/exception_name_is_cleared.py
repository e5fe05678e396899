# case: after the handler the name is bound or not at all
from sklearn.cluster import KMeans

try:
    pass
except ValueError as KMeans:
    pass
KMeans()  # call: sklearn.cluster.KMeans()
