# case: a callable that is not asked for is not told
from sklearn.cluster import SpectralClustering
from sklearn.utils import shuffle

SpectralClustering()
shuffle(X)
