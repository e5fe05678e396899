# case: the body of with is code of the scope around
from sklearn.cluster import KMeans

with open("a") as f, KMeans(1) as km:  # call: sklearn.cluster.KMeans(1)
    Model = KMeans
Model()  # call: sklearn.cluster.KMeans()
