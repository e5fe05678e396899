# case: calls inside comprehensions, comparisons, awaits, yields, slices and conditions
from sklearn.cluster import KMeans, MeanShift

async def f(xs):
    a = [KMeans(x, n_init=10) for x in xs if KMeans(n_init=10)]
    b = await KMeans(3, n_init=10)
    yield KMeans(4, n_init=10)
    c = xs[KMeans(1, n_init=10):KMeans(2, n_init=10)]
    d = not KMeans(3, n_init=10) if KMeans(4, n_init=10) < KMeans(5, n_init=10) else -KMeans(6, n_init=10)
    with KMeans(3, n_init=10) as g, KMeans(4, n_init=10):
        del KMeans(3, n_init=10).x, c[KMeans(4, n_init=10)]
    KMeans(3, n_init=10).n_init: KMeans(4, n_init=10) = KMeans(5, n_init=10)
    return [await KMeans(await KMeans(1, n_init=10), n_init=10) for _ in (KMeans(2, n_init=10), *KMeans(3, n_init=10))]


lambda x=KMeans(3, n_init=10): KMeans(x, n_init=10)
MeanShift(3)
