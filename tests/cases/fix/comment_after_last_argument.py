# case: a comment after the last argument stays with it, with a comma or without
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    3  # clusters
)
b = KMeans(
    3,  # clusters
)
c = KMeans(3,  # clusters
           random_state=42  # seed
           )
d = KMeans(3  # clusters
           )
e = KMeans(
    3, random_state=42  # clusters, seed
)
f = KMeans(
    3,  # clusters, as in
        # the paper
    # max_iter=5,
)
g = KMeans(
    3  # clusters (
    ,  # comma )
)
h = KMeans([
    1,
][0], random_state=42  # seed
)
other = MeanShift(
    3  # bandwidth
)
