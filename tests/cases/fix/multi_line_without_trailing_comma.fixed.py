# case: arguments on lines of their own, the last without a comma: so is the new one
from sklearn.cluster import KMeans, MeanShift

model = KMeans(
    n_clusters=3,
    random_state=42,
    n_init=10
)
hugging = KMeans(
    n_clusters=3, random_state=42, n_init=10
)
hugging_with_comma = KMeans(
    n_clusters=3, random_state=42, n_init=10,
)
closing_beside = KMeans(
    n_clusters=3,
    random_state=42,
    n_init=10)
other = MeanShift(
    bandwidth=3
)
