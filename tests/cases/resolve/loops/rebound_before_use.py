# case: what a loop binds before it uses it is all there is
from sklearn.cluster import KMeans

Model = load()
for _ in range(3):
    Model = KMeans
    Model()  # call: sklearn.cluster.KMeans()
