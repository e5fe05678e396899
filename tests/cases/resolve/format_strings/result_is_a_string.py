# case: a format string has no methods of a library class
from sklearn.cluster import KMeans

f"{KMeans}".fit_predict(X)
f"{KMeans}"(3)
