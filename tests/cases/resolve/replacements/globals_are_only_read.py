# case: reading the dictionary of the module binds nothing
from sklearn.cluster import KMeans

print(globals()["x"], globals().get("x"), "x" in globals())
KMeans(3)  # call: sklearn.cluster.KMeans(_)
