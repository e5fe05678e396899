# case: a grid may have a name; one that is not known may try every parameter
from sklearn.cluster import KMeans
from sklearn.model_selection import GridSearchCV

grid = {"n_init": [3, 4]}
GridSearchCV(KMeans(3), grid)  # call: sklearn.cluster.KMeans(_) perhaps n_init
GridSearchCV(KMeans(4), read())  # call: sklearn.cluster.KMeans(_) perhaps **
KMeans(5)  # call: sklearn.cluster.KMeans(_)
