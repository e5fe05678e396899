# case: a comment in otherwise empty parentheses stays, and the argument follows it
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    # nothing to say
)
b = KMeans(  # nothing to say
)
c = KMeans(  # nothing
    # to
    # say
    )
d = KMeans(
)


def build():
    if True:
        return KMeans(
            # n_clusters=3)
        )


other = MeanShift(
    # nothing to say
)
