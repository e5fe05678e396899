# case: a field with a default takes whatever the constructor is given
from dataclasses import dataclass
from typing import ClassVar

from sklearn.cluster import KMeans


@dataclass
class Model:
    cls: type = KMeans
    other: ClassVar[type] = KMeans
    third = KMeans


Model(Fake).cls(3)  # call: sklearn.cluster.KMeans(_) possible
Model(Fake).other(4)  # call: sklearn.cluster.KMeans(_)
Model(Fake).third(5)  # call: sklearn.cluster.KMeans(_)
