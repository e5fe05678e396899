# case: an item of an object of the project is what its class makes of the key
from sklearn import cluster


class Registry:
    def __getitem__(self, key):
        return load(cluster, key)

    def __class_getitem__(cls, key):
        return cls


Registry()["a"].fit_predict(X)
Registry()[0:1].fit_predict(X)
Registry["a"]().fit_predict(X)
