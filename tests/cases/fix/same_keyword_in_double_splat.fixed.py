# case: a keyword that a literal after `**` passes is not passed twice
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, **dict(n_init=5))  # refused: 'n_init' is passed already, by '**'
b = KMeans(3, **{"n_init": 5})  # refused: 'n_init' is passed already, by '**'
c = KMeans(3, **{"max_iter": 5, **dict(n_init=5)})  # refused: 'n_init' is passed already, by '**'
d = KMeans(3, n_init=10, **dict(max_iter=5))
e = KMeans(3, n_init=10, **{"max_iter": 5})
other = MeanShift(**dict(n_init=5))
