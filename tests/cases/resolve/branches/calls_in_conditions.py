# case: calls in conditions are calls
from sklearn.cluster import KMeans

if KMeans(1):  # call: sklearn.cluster.KMeans(1)
    pass
elif KMeans(2):  # call: sklearn.cluster.KMeans(2)
    pass
