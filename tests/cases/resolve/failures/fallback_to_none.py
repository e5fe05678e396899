# case: None cannot be called, so a call that works is one of the class
try:
    from sklearn.cluster import KMeans
except ImportError:
    KMeans = None

KMeans(3)  # call: sklearn.cluster.KMeans(_)
KMeans(3).fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
