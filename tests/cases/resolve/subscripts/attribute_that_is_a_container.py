# case: a container in an attribute is as it was written where no attribute of that name is changed
from sklearn.cluster import DBSCAN, KMeans


class Models:
    read = {"km": KMeans}
    set = {"km": KMeans}
    given = [KMeans]

    def __init__(self):
        self.options = {"n_init": 3}
        self.changed = {"n_clusters": 3}
        self.changed["n_init"] = 4

    def fit(self):
        KMeans(**self.options)  # call: sklearn.cluster.KMeans(n_init)
        KMeans(**self.changed)  # call: sklearn.cluster.KMeans(**?)
        tune(self.given)
        return self.given[0](5)


Models.read["km"](6)  # call: sklearn.cluster.KMeans(_)
Models.set["km"] = DBSCAN
Models.set["km"](7)
