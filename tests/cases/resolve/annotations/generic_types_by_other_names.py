# case: a generic type that is imported by another name is the same type
from typing import List as Many, Optional as Maybe
import typing as t

from sklearn.cluster import KMeans


def fit(km: Maybe[KMeans], kms: Many[KMeans], cls: t.Type[KMeans]):
    km.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) likely
    kms[0].fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_) likely
    cls(3)  # call: sklearn.cluster.KMeans(3) likely
