# case: an import under TYPE_CHECKING with another one for the running program has two alternatives
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sklearn.cluster import KMeans
else:
    KMeans = load("sklearn.cluster.KMeans")

KMeans()  # call: sklearn.cluster.KMeans() possible
