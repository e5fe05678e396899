# case: a call before the import does not see it
KMeans(3)
from sklearn.cluster import KMeans
