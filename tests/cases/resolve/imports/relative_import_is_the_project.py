# case: a relative import leads into the project, whatever its name
from .sklearn.cluster import KMeans
from . import sklearn
from .. import sklearn as sk

KMeans()
sklearn.cluster.KMeans()
sk.cluster.KMeans()
