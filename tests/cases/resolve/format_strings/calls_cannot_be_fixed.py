# case: a call in a format string is told, but nothing can be written into it
from sklearn.cluster import KMeans

f"{KMeans(3)}"  # call: sklearn.cluster.KMeans(3) unfixable
f"a{KMeans(3)!r:>{KMeans(4)}}"  # call: sklearn.cluster.KMeans(3) unfixable; sklearn.cluster.KMeans(4) unfixable
f"{(lambda: KMeans(5))()}"  # call: sklearn.cluster.KMeans(5) unfixable
print(KMeans(6), f"a" f"{KMeans(7)}")  # call: sklearn.cluster.KMeans(6); sklearn.cluster.KMeans(7) unfixable
