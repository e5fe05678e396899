# case: a module that another one hands on under a name of its own is the same module
import sklearn as sk
from sklearn import group
from sklearn import group as other

sk.group.KMeans(1)  # call: sklearn.cluster.KMeans(1)
group.KMeans(2)  # call: sklearn.cluster.KMeans(2)
other.KMeans(3)  # call: sklearn.cluster.KMeans(3)
sk.group.Unknown(4)
sk.groups.KMeans(5)
sk.cluster.group.KMeans(6)
