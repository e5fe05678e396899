# case: an imported name that a comprehension shadows is the target there
from sklearn import cluster

[cluster.KMeans() for cluster in clusters]
