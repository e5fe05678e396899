# case: a name bound anew in one branch may be either
from sklearn.cluster import KMeans

if fast:

    class KMeans:
        pass


KMeans()  # call: sklearn.cluster.KMeans() likely
