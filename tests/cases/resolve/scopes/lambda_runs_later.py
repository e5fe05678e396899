# case: a lambda sees what is bound when it runs
from sklearn.cluster import DBSCAN, KMeans

make = lambda k: KMeans(k)  # call: sklearn.cluster.KMeans(_) likely; sklearn.cluster.DBSCAN(_) likely
KMeans = DBSCAN
