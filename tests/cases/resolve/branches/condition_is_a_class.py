# case: a class in a condition is not called
from sklearn.cluster import KMeans

if KMeans is None or KMeans == x or x in (KMeans,):
    pass
