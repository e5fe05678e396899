# case: beside something unknown the class is only possible
from sklearn.cluster import KMeans

Model = load()
if fast:
    Model = KMeans
Model()  # call: sklearn.cluster.KMeans() possible
