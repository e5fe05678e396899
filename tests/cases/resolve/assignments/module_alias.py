# case: a module under another name is still the module
import sklearn

c = sklearn.cluster
c.KMeans()  # call: sklearn.cluster.KMeans()
