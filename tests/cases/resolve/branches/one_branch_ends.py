# case: a branch that ends has no say afterwards
from sklearn.cluster import KMeans


def fit(kind):
    Model = load()
    if kind == "km":
        Model = KMeans
    else:
        return None
    return Model()  # call: sklearn.cluster.KMeans()
