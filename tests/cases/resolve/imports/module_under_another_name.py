# case: a module that another one hands on under a name of its own is the same module
import sklearn as sk
from sklearn import group
import sklearn.group as whole
from sklearn import group as other
from sklearn.group import KMeans, Unknown

sk.group.KMeans(1)  # call: sklearn.cluster.KMeans(1)
group.KMeans(2)  # call: sklearn.cluster.KMeans(2)
other.KMeans(3)  # call: sklearn.cluster.KMeans(3)
sk.group.Unknown(4)
sk.groups.KMeans(5)
sk.cluster.group.KMeans(6)
KMeans(7)  # call: sklearn.cluster.KMeans(7)
Unknown(8)
whole.KMeans(9)  # call: sklearn.cluster.KMeans(9)
