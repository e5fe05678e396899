# case: the result of a comparison or a negation has no methods
from sklearn.cluster import KMeans

(KMeans > KMeans).fit_predict(X)
(not KMeans).fit_predict(X)
(KMeans or None)
