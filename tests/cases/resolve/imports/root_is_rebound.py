# case: a root bound to something else leads nowhere
import sklearn.cluster

sklearn = load()
sklearn.cluster.KMeans()
