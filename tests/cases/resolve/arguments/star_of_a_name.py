# case: a name bound to a tuple is read, one bound to a list that may change is not
from sklearn.cluster import KMeans

args = (1, 2)
KMeans(*args)  # call: sklearn.cluster.KMeans(1, 2)
more = [1, 2]
KMeans(*more)  # call: sklearn.cluster.KMeans(1, 2)
changing = [1, 2]
changing.append(3)
KMeans(*changing)  # call: sklearn.cluster.KMeans(*?)
