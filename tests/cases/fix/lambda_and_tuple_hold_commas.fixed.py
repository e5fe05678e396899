# case: commas inside lambdas, containers, calls, subscripts and strings separate no arguments
from sklearn.cluster import KMeans, MeanShift

a = KMeans(lambda x, y=(1, 2): (x, y), n_init=10)
b = KMeans((1, 2), n_init=10)
c = KMeans([1, 2][0], init={"a": 1, "b": 2}["a"], n_init=10)
d = KMeans("a, b), #", n_init=10)
e = KMeans(n_clusters=max(1, 2), n_init=10)
f = KMeans(1 if [1, 2] else 2, n_init=10)
other = MeanShift(lambda x, y: (x, y))
