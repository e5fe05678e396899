# case: a dotted import binds the root alone, from which every submodule may be reached
import sklearn.cluster

sklearn.cluster.KMeans()  # call: sklearn.cluster.KMeans()
sklearn.ensemble.RandomForestClassifier(5)  # call: sklearn.ensemble.RandomForestClassifier(_)
cluster.KMeans()
