# case: a display of classes cannot be called, and has no methods of theirs
from sklearn.cluster import KMeans

(KMeans,)()
[KMeans].fit_predict(X)
