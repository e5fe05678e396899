import importlib

import pkg
import pkg.KM
import registry
from registry import CHOSEN, FILLED, MODELS, OPTIONS, PAIR
from sklearn.cluster import DBSCAN, KMeans

MODELS["km"](1)  # call: sklearn.cluster.KMeans(1) likely
FILLED["km"](2)
PAIR[0](3)  # call: sklearn.cluster.KMeans(3)
KMeans(**OPTIONS)  # call: sklearn.cluster.KMeans(n_clusters=3) likely
CHOSEN(4)  # call: sklearn.cluster.KMeans(4) possible
pkg.KM(5)  # call: sklearn.cluster.KMeans(5) likely
importlib.import_module("pkg.KM").Other(6)  # call: sklearn.cluster.DBSCAN(6)
importlib.import_module(".KM", "pkg").Other(7)  # call: sklearn.cluster.DBSCAN(7)
registry.KMeans(8)  # call: sklearn.cluster.DBSCAN(8) likely; sklearn.cluster.KMeans(8) likely
registry.KMeans = DBSCAN
registry.register(9, 9)
