# case: the target of with is something unknown
from sklearn.cluster import KMeans

with load() as KMeans:
    KMeans()
with load() as (KMeans, other):
    KMeans()
