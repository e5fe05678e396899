# case: a literal that a loop changes is no literal argument
from sklearn.cluster import KMeans

k = 2
while k < 9:
    KMeans(k)  # call: sklearn.cluster.KMeans(_)
    k = k + 1
