# case: other ways to reach a name by a string are not followed
from sklearn import cluster

vars(cluster)["KMeans"](3)
cluster.__dict__["KMeans"](3)
globals()["KMeans"](3)
operator.attrgetter("KMeans")(cluster)(3)
