# case: a type alias is an object of its own
from sklearn.cluster import KMeans as KM

type KMeans = KM
KMeans(3)
