# case: := of something unknown replaces the class
from sklearn.cluster import KMeans

if KMeans := load():
    KMeans(3)
