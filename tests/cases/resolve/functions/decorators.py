# case: a call in a decorator is a call, a decorator alone is not told
from sklearn.cluster import KMeans


@register(KMeans(3))  # call: sklearn.cluster.KMeans(_)
@KMeans
def fit(): ...


@KMeans(4)  # call: sklearn.cluster.KMeans(_)
class Model: ...
