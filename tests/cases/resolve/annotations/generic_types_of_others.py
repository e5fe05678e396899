# case: a generic type that nobody knows says nothing, whatever stands in its brackets
from other import List as Many, Maybe
from sklearn.cluster import KMeans


def fit(km: Maybe[KMeans], kms: Box[KMeans], cls: "other.Kind[KMeans]"):
    km.fit_predict(X)
    kms[0].fit_predict(X)
    cls(3)
