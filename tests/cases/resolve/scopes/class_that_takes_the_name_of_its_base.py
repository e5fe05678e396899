# case: in methods of a class that replaced its base, the name is the class; its base was the library's
from sklearn.cluster import KMeans


class KMeans(KMeans):
    def __init__(self):
        pass

    def copy(self):
        return KMeans()
