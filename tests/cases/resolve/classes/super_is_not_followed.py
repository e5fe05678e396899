# case: a call of the constructor through super is not told
from sklearn.cluster import KMeans


class Model(KMeans):
    def __init__(self):
        super().__init__(3)
