# case: a parameter of a lambda is whatever it is called with
from sklearn.cluster import KMeans

apply = lambda KM=None: KM(3)
