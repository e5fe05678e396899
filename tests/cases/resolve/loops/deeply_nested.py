# case: in deeply nested loops a name that is bound anew is only possible
from sklearn.cluster import DBSCAN, KMeans

Model = KMeans
for a in xs:
    for b in xs:
        for c in xs:
            for d in xs:
                Model()  # call: sklearn.cluster.KMeans() possible; sklearn.cluster.DBSCAN() possible
                Model = DBSCAN
