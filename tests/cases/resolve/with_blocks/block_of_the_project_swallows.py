# case: nobody knows whether a context manager of the file ends an exception
from sklearn.cluster import DBSCAN, KMeans


class Quiet:
    def __exit__(self, *error):
        return True


a = DBSCAN
with Quiet():
    a = KMeans
a(4)  # call: sklearn.cluster.DBSCAN(_) likely; sklearn.cluster.KMeans(_) likely
b = DBSCAN
with open("x") as file:
    b = KMeans
b(5)  # call: sklearn.cluster.KMeans(_)
