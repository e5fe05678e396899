# case: arguments on lines of their own, the last with a comma: so is the new one
from sklearn.cluster import KMeans, MeanShift

model = KMeans(
    n_clusters=3,
    random_state=42,
)


def build(n):
    return KMeans(
        n,
    )


other = MeanShift(
    bandwidth=3,
)
