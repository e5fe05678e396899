# case: a submodule imported from its package leads on
from sklearn import cluster, model_selection as ms

cluster.KMeans(n_init=3)  # call: sklearn.cluster.KMeans(n_init)
ms.train_test_split(X, y)  # call: sklearn.model_selection.train_test_split(_, _)
