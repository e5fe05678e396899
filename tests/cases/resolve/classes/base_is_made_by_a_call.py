# case: a base that a call makes is not known
from sklearn.cluster import KMeans


class Model(derive(KMeans)):
    pass


Model(3).fit(X)
