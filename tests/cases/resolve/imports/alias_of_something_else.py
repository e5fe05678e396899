# case: another thing under the name of a class is that other thing
from sklearn.cluster import SpectralClustering as KMeans
from sklearn.preprocessing import normalize as StandardScaler

KMeans(3)
StandardScaler()
