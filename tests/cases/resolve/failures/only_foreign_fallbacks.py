# case: neither alternative is known
try:
    from cuml.cluster import KMeans
except ImportError:
    from mylib import KMeans

KMeans()
