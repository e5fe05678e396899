# case: looking whether a module is loaded replaces nothing
import sys

from sklearn.cluster import KMeans

if "torch" in sys.modules and sys.modules["torch"] == 1:
    KMeans(3)  # call: sklearn.cluster.KMeans(_)
