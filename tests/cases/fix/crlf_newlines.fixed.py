# case: a new line ends as the lines around it: CRLF
from sklearn.cluster import KMeans, MeanShift

model = KMeans(
    n_clusters=3,  # clusters
    random_state=42,
    n_init=10
)
one_line = KMeans(3, n_init=10)
other = MeanShift(
    3
)
