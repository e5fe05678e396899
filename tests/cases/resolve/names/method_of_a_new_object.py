# case: a method called on a new object is the method of its class
from sklearn.cluster import KMeans

KMeans(3).fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
KMeans(3).fit(X).fit_predict(X, None)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_, _)
KMeans(3).predict(X).fit_predict(X)  # call: sklearn.cluster.KMeans(_)
