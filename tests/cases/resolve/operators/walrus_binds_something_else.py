# case: an operand may bind the name of a class to something else
from sklearn.cluster import KMeans

if KMeans := find():
    KMeans(3)
