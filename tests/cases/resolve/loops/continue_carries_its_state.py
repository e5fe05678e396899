# case: a continue carries what was bound so far to the beginning
from sklearn.cluster import DBSCAN, KMeans

Model = None
for x in xs:
    Model and Model()  # call: sklearn.cluster.KMeans()
    if x:
        Model = KMeans
        continue
    Model = None
