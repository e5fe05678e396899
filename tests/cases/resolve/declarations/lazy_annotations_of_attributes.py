# case: after the future statement no annotation is evaluated
from __future__ import (
    annotations,
)

from sklearn.cluster import KMeans


class Model:
    km: KMeans(3)

    def fit(self, a: KMeans(3), *b: KMeans(3)) -> KMeans(4):
        self.a: KMeans(5)
