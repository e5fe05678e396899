# case: a name bound to a literal once gives its value
from sklearn.cluster import KMeans

SEED = 42
INIT = "random"


def fit(n=3):
    k = 5
    return KMeans(k, init=INIT, random_state=SEED, n_init=n)  # call: sklearn.cluster.KMeans(5, init="random", random_state=42, n_init)
