# case: a new line ends as the lines of that call, whatever the rest of the file has
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    3,
    n_init=10,
)
b = KMeans(
    3,
    n_init=10,
)
c = KMeans(    3,    n_init=10,)d = KMeans(
    3,  # clusters
    n_init=10,
)
e = KMeans(
    n_init=10,
)
f = KMeans(3,
           max_iter=5,
           n_init=10)
other = MeanShift(
    3,
)
