# case: after `*args`, which may not follow a keyword as written here
from sklearn.cluster import KMeans, MeanShift

args = (3,)
a = KMeans(*args, n_init=10)
b = KMeans(*args, max_iter=5, n_init=10)
c = KMeans(max_iter=5, *args, n_init=10)
d = KMeans(
    *args,
    n_init=10,
    **{"max_iter": 5},
)
other = MeanShift(*args)
