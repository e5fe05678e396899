# case: a class in a class is reached through it
from sklearn.cluster import KMeans as Base


class Models:
    class KMeans:
        pass

    KMeans(3)


Models.KMeans(3)
