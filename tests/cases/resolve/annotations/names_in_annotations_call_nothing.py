# case: a field that is annotated with a class is not that class
from typing import TypedDict

from sklearn.cluster import KMeans


class Options(TypedDict):
    model: KMeans


Options(model=3)
Options["KMeans"](4)
