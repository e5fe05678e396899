# case: arithmetic gives something else
from sklearn.cluster import KMeans

(KMeans + 1)(3)
(-KMeans)(3)
(KMeans == 1)(3)
(KMeans | None)(3)
(not KMeans)(3)
