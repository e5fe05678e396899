# case: an import in a with block binds around it
import warnings

with warnings.catch_warnings():
    from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans()
