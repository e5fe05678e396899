# case: under 'auto', random starts still run ten times, so only k-means++ drifts; an expression leaves it open
from sklearn.cluster import KMeans

a = KMeans(3, init="random")
b = KMeans(3, init="k-means++", n_init=10)  # expect: n_init certain


def build(init):
    return KMeans(3, init=init)  # expect: n_init possible
