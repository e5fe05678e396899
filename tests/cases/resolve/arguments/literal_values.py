# case: literals are told as values
from sklearn.cluster import KMeans

KMeans(1, -1, +2.5e3, 1j, "a", b'b', None, True, ...)  # call: sklearn.cluster.KMeans(1, -1, +2.5e3, 1j, "a", b'b', None, True, ...)
KMeans((1, "a"), [1, -2], {1, 2}, (1,), (), {"a": 1})  # call: sklearn.cluster.KMeans((1, "a"), [1, -2], {1, 2}, (1,), (), {'a': 1})
KMeans("a" 'b')  # call: sklearn.cluster.KMeans("a" 'b')
