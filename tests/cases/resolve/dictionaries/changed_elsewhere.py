# case: a dictionary that a function of the file changes is not known
from sklearn.cluster import KMeans

OPTS = {"n_init": 3}


def setup():
    OPTS["max_iter"] = 5


def fit():
    return KMeans(**OPTS)  # call: sklearn.cluster.KMeans(**?)
