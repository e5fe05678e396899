# case: an argument over several lines ends where it ends
from sklearn.cluster import KMeans, MeanShift

a = KMeans(dict(
    n_clusters=3,
), n_init=10)
b = KMeans(
    [
        1,
        2,
    ],
    n_init=10,
)
c = KMeans([
    1,
    2,
], max_iter=5, n_init=10)
d = KMeans(
    3, dict(
        a=1,
    ), n_init=10
)
other = MeanShift([
    1,
])
