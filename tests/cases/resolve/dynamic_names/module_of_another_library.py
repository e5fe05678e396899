# case: the same name in a module of another library is another class
import importlib

importlib.import_module("cuml.cluster").KMeans(3)
importlib.import_module(".cluster", "cuml").KMeans(4)
importlib.import_module(".cluster", package=name).KMeans(5)
