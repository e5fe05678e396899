# case: commas inside lambdas, containers, calls, subscripts and strings separate no arguments
from sklearn.cluster import KMeans, MeanShift

a = KMeans(lambda x, y=(1, 2): (x, y))
b = KMeans((1, 2))
c = KMeans([1, 2][0], init={"a": 1, "b": 2}["a"])
d = KMeans("a, b), #")
e = KMeans(n_clusters=max(1, 2))
f = KMeans(1 if [1, 2] else 2)
other = MeanShift(lambda x, y: (x, y))
