# case: a list that may change is one alternative of a name; the module that the name was before is another
from sklearn import cluster


def fit(count):
    return cluster.KMeans(count)  # call: sklearn.cluster.KMeans(_) possible


cluster = [fit(3)]
for one in cluster:
    save(one, cluster)
