# case: a decorated subclass has a constructor of its own
from dataclasses import dataclass

from sklearn.cluster import KMeans


@dataclass
class Model(KMeans):
    k: int = 3


Model(3)
