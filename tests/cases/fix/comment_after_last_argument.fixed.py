# case: a comment after the last argument stays with it, with a comma or without
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    3,  # clusters
    n_init=10
)
b = KMeans(
    3,  # clusters
    n_init=10,
)
c = KMeans(3,  # clusters
           random_state=42,  # seed
           n_init=10
           )
d = KMeans(3,  # clusters
           n_init=10
           )
e = KMeans(
    3, random_state=42,  # clusters, seed
    n_init=10
)
f = KMeans(
    3,  # clusters, as in
        # the paper
    # max_iter=5,
    n_init=10,
)
g = KMeans(
    3  # clusters (
    ,  # comma )
    n_init=10,
)
h = KMeans([
    1,
][0], random_state=42,  # seed
    n_init=10
)
other = MeanShift(
    3  # bandwidth
)
