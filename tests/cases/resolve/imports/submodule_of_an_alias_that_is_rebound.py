# case: an alias of a module that is bound anew leads where the new value leads
import sklearn.cluster as c

c = make()
c.KMeans()
