# case: of two imports of one name, the later one counts, also when it is the library's
from mylib import KMeans
from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans()
