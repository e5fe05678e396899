# case: after `*args`, which may not follow a keyword as written here
from sklearn.cluster import KMeans, MeanShift

args = (3,)
a = KMeans(*args)
b = KMeans(*args, max_iter=5)
c = KMeans(max_iter=5, *args)
d = KMeans(
    *args,
    **{"max_iter": 5},
)
other = MeanShift(*args)
