# case: a dictionary that is given another item is not known
from sklearn.cluster import KMeans

opts = {"n_init": 3}
opts["max_iter"] = 5
KMeans(**opts)  # call: sklearn.cluster.KMeans(**?)
