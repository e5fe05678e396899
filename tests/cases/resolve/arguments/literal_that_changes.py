# case: a list that may change gives no value
from sklearn.cluster import KMeans

init = [1, 2]
init.append(3)
other = [1]
KMeans(init, other)  # call: sklearn.cluster.KMeans(_, _)
pair = (1, 2)
KMeans(pair)  # call: sklearn.cluster.KMeans((1, 2))
