# case: a name bound twice gives no value where either binding may hold
from sklearn.cluster import KMeans

SEED = 42


def fit():
    return KMeans(random_state=SEED, n_init=N)  # call: sklearn.cluster.KMeans(random_state, n_init)


SEED = 43
N = load()
