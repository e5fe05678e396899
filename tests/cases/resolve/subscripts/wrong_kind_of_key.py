# case: an item that the display does not hold is not known
from sklearn.cluster import KMeans

(KMeans,)["km"](3)
{"km": KMeans}[0](3)
[][0](3)
{}["km"](3)
(KMeans, KMeans)[0, 1](3)
