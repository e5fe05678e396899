# case: calls in every part of try are calls
from sklearn.cluster import KMeans

try:
    KMeans(1)  # call: sklearn.cluster.KMeans(1)
except KMeans(2):  # call: sklearn.cluster.KMeans(2)
    KMeans(3)  # call: sklearn.cluster.KMeans(3)
else:
    KMeans(4)  # call: sklearn.cluster.KMeans(4)
finally:
    KMeans(5)  # call: sklearn.cluster.KMeans(5)
