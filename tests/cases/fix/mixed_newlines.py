# case: a new line ends as the lines of that call, whatever the rest of the file has
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    3,
)
b = KMeans(
    3,
)
c = KMeans(    3,)d = KMeans(
    3,  # clusters
)
e = KMeans(
)
f = KMeans(3,
           max_iter=5)
other = MeanShift(
    3,
)
