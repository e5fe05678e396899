# case: a name may be bound through the dictionary of the module
from sklearn.cluster import KMeans

globals()["KMeans"] = Fake
KMeans(3)  # call: sklearn.cluster.KMeans(_) likely
