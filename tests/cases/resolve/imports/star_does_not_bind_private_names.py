# case: a star import binds no name that begins with an underscore
from sklearn.cluster import *

_kmeans.KMeans()
