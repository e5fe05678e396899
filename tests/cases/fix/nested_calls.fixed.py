# case: calls inside each other are all repaired
from sklearn.cluster import KMeans, MeanShift

a = KMeans(KMeans(KMeans(n_init=10), n_init=10), n_init=10)
b = KMeans(
    KMeans(3, n_init=10),
    init=KMeans(
        4,
        n_init=10
    ),
    n_init=10,
)
c = KMeans(3, n_init=10).fit(KMeans(4, n_init=10)).transform(KMeans(5, n_init=10))
d = MeanShift(KMeans(MeanShift(), n_init=10))
e = KMeans(init=lambda: KMeans(max_iter=[KMeans(i, n_init=10) for i in range(3)], n_init=10), n_init=10)
f = KMeans(n_init=10, **KMeans(3, n_init=10).get_params())
other = MeanShift(MeanShift())
