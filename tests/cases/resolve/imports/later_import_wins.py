# case: of two imports of one name, the later one counts
from sklearn.cluster import KMeans
from mylib import KMeans

KMeans()
