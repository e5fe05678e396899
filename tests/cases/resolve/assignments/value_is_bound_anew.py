# case: an object bound to the same name takes its place
from sklearn.cluster import KMeans

km = KMeans(3)  # call: sklearn.cluster.KMeans(_)
km = load()
km.fit_predict(X)
