# case: a class that a format string shows is not called
from sklearn.cluster import KMeans

f"{KMeans} {KMeans!r} {KMeans=} {x:{KMeans}}"
