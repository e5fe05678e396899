# case: parentheses around the last argument, even over lines, are its own
from sklearn.cluster import KMeans, MeanShift

a = KMeans((3), n_init=10)
b = KMeans(n_clusters=(3), n_init=10)
c = KMeans((
    3  # clusters
), n_init=10)
d = KMeans(
    n_clusters=(
        (3)
    ),
    n_init=10
)
e = KMeans(((3)), n_init=10,)
other = MeanShift((3))
