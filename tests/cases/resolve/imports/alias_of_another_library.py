# case: a module of another library under the name of a module of the library
import cuml.cluster as cluster
from cuml import cluster as skc

cluster.KMeans(3)
skc.KMeans(4)
