# case: except* is an except
try:
    from sklearn.cluster import KMeans
except* ImportError:
    KMeans = None

KMeans(3)  # call: sklearn.cluster.KMeans(_)
