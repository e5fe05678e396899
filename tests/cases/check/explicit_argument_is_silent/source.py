# case: passing the parameter in any way is explicit, even with the sentinel
from sklearn.cluster import KMeans

OPTIONS = {"n_init": 10}
a = KMeans(n_clusters=3, n_init=10)
b = KMeans(3, n_init="warn")
c = KMeans(3, **{"n_init": 5})
d = KMeans(3, **OPTIONS)
