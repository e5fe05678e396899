# case: or and and give one of their operands
from sklearn.cluster import KMeans

(given or KMeans)(3)  # call: sklearn.cluster.KMeans(_) possible
(None or KMeans)(3)  # call: sklearn.cluster.KMeans(_)
