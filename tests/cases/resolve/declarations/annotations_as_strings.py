# case: annotations in strings, and all of them after the future statement, are not evaluated
from __future__ import annotations

from sklearn.cluster import KMeans

x: KMeans(1) = 1
y: "KMeans(2)" = 1


def fit(a: KMeans(3)) -> "KMeans(4)": ...
