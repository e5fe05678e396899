# case: the target of a loop over pairs is unpacked
from sklearn.cluster import KMeans

for name, Model in [("a", KMeans), ("b", KMeans)]:
    Model()  # call: sklearn.cluster.KMeans()
    name()
