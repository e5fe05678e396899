# case: a name that begins or ends like the class is another name
from sklearn.cluster import KMeans, MiniBatchKMeans

MiniBatchKMeans(3)
KMeansPlus(3)
my_KMeans(3)
KMeans_(3)
