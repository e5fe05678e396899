# case: a call stands on the line where its callee begins
from sklearn import cluster
from sklearn.cluster import KMeans

km = KMeans(  # call: sklearn.cluster.KMeans(n_clusters=3, max_iter=5)
    n_clusters=3,  # a comment
    max_iter=5,
)
(
    cluster  # call: sklearn.cluster.KMeans()
    .KMeans
    ()
)
km = \
    KMeans(  # call: sklearn.cluster.KMeans(_)
        3)
