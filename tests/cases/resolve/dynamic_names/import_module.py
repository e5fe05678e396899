# case: a module imported by its name in a string
import importlib
from importlib import import_module

importlib.import_module("sklearn.cluster").KMeans(3)  # call: sklearn.cluster.KMeans(_)
c = import_module("sklearn.cluster")
c.KMeans(3)  # call: sklearn.cluster.KMeans(_)
__import__("sklearn.cluster").cluster.KMeans(3)  # call: sklearn.cluster.KMeans(_)
