# case: a computed name of a module, or one without its package, is not followed
import importlib

importlib.import_module(".cluster").KMeans(3)
importlib.import_module("..cluster", "sklearn.tree").KMeans(3)
importlib.import_module(name).KMeans(3)
importlib.import_module(*args).KMeans(3)
__import__("sklearn.cluster", fromlist=["x"]).KMeans(3)
import_module("sklearn.cluster").KMeans(3)
