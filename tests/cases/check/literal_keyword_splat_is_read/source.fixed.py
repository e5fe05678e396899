# case: a dict literal that does not hold the parameter leaves the finding certain
from sklearn.cluster import KMeans

model = KMeans(n_init=10, **{"n_clusters": 3})  # expect: n_init certain
