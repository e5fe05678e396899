# case: a class that is not called is not told
from sklearn.cluster import KMeans

with KMeans, KMeans as km:
    km.fit_predict(X)
