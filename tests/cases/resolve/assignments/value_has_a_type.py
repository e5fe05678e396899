# case: a name bound to a new object has the methods of its class
from sklearn.cluster import KMeans
from sklearn.pipeline import make_pipeline

km = KMeans(3)  # call: sklearn.cluster.KMeans(_)
km.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
pipe = make_pipeline(km)  # call: sklearn.pipeline.make_pipeline(_)
pipe.fit(X)  # call: sklearn.pipeline.Pipeline.fit(_)
labels = km.labels_
labels.fit_predict(X)
