# case: calls inside comprehensions, comparisons, awaits, yields, slices and conditions
from sklearn.cluster import KMeans, MeanShift

async def f(xs):
    a = [KMeans(x) for x in xs if KMeans()]
    b = await KMeans(3)
    yield KMeans(4)
    c = xs[KMeans(1):KMeans(2)]
    d = not KMeans(3) if KMeans(4) < KMeans(5) else -KMeans(6)
    with KMeans(3) as g, KMeans(4):
        del KMeans(3).x, c[KMeans(4)]
    KMeans(3).n_init: KMeans(4) = KMeans(5)
    return [await KMeans(await KMeans(1)) for _ in (KMeans(2), *KMeans(3))]


lambda x=KMeans(3): KMeans(x)
MeanShift(3)
