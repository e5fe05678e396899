# case: identifiers are compared in normal form NFKC
from sklearn.cluster import ＫMeans

𝐊Means(3)  # call: sklearn.cluster.KMeans(_)
KMeans(n_ınit=3)  # call: sklearn.cluster.KMeans(n_ınit)
