# case: a dictionary that nothing changes is read through its name
from sklearn.cluster import KMeans

OPTS = {"n_init": 3}
KMeans(**OPTS)  # call: sklearn.cluster.KMeans(n_init=3)


def fit(X):
    opts = dict(n_init=4, max_iter=5)
    print(opts, opts["n_init"], len(opts), opts.get("a"), "a" in opts)
    return KMeans(**opts), KMeans(**OPTS)  # call: sklearn.cluster.KMeans(n_init=4, max_iter=5); sklearn.cluster.KMeans(n_init=3)
