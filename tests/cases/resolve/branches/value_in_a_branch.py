# case: an object that a branch may replace is possible, not certain
from sklearn.cluster import KMeans

km = KMeans(3)  # call: sklearn.cluster.KMeans(_)
if path:
    km = load(path)
km.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) possible
