# case: a name that a block binds is what the manager gives
from sklearn.cluster import KMeans

with replaced() as KMeans:
    KMeans(3)
