# case: a break carries what was bound so far out of the loop
from sklearn.cluster import DBSCAN, KMeans

while True:
    Model = KMeans
    if done():
        break
    Model = DBSCAN
Model()  # call: sklearn.cluster.KMeans()
