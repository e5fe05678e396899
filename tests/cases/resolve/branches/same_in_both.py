# case: the same class in all branches is certain
from sklearn.cluster import KMeans

if a:
    Model = KMeans
elif b:
    Model = KMeans
else:
    raise ValueError(a)
Model()  # call: sklearn.cluster.KMeans()
