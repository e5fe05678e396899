# case: None cannot be called, so a call that works is one of the class
try:
    from sklearn.cluster import KMeans
except ImportError:
    KMeans = None

KMeans(3)  # call: sklearn.cluster.KMeans(_)
