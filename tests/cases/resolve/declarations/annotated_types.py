# case: an annotation does not make an object
from sklearn.cluster import KMeans


def fit(km: "KMeans", model: "list[KMeans]") -> KMeans:
    return model(3)
