# case: a handler that does nothing leaves the name bound or not at all
try:
    from sklearn.cluster import KMeans
except ImportError:
    pass

KMeans()  # call: sklearn.cluster.KMeans()
