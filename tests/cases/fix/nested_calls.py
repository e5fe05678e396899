# case: calls inside each other are all repaired
from sklearn.cluster import KMeans, MeanShift

a = KMeans(KMeans(KMeans()))
b = KMeans(
    KMeans(3),
    init=KMeans(
        4
    ),
)
c = KMeans(3).fit(KMeans(4)).transform(KMeans(5))
d = MeanShift(KMeans(MeanShift()))
e = KMeans(init=lambda: KMeans(max_iter=[KMeans(i) for i in range(3)]))
f = KMeans(**KMeans(3).get_params())
other = MeanShift(MeanShift())
