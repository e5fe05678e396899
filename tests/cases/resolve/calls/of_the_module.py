# case: a module or package cannot be called
import sklearn
import sklearn.cluster

sklearn()
sklearn.cluster()
