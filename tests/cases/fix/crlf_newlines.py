# case: a new line ends as the lines around it: CRLF
from sklearn.cluster import KMeans, MeanShift

model = KMeans(
    n_clusters=3,  # clusters
    random_state=42
)
one_line = KMeans(3)
other = MeanShift(
    3
)
