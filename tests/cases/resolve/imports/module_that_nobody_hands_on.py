# case: the name of a module says nothing below another package
import sklearn.utils as utils
from other import group
from sklearn.group import cluster

group.KMeans(1)
cluster.KMeans(2)
utils.group.KMeans(3)
