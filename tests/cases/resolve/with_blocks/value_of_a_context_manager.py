# case: what a context manager gives is not known
from sklearn.cluster import KMeans

with KMeans(3) as km:  # call: sklearn.cluster.KMeans(_)
    km.fit_predict(X)
