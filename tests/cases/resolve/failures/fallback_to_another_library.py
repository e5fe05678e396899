# case: another library first, the known one as fallback
try:
    from cuml.cluster import KMeans
except ImportError:
    from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans() likely
