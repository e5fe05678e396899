# case: parentheses around the last argument, even over lines, are its own
from sklearn.cluster import KMeans, MeanShift

a = KMeans((3))
b = KMeans(n_clusters=(3))
c = KMeans((
    3  # clusters
))
d = KMeans(
    n_clusters=(
        (3)
    )
)
e = KMeans(((3)),)
other = MeanShift((3))
