# case: a comment in otherwise empty parentheses stays, and the argument follows it
from sklearn.cluster import KMeans, MeanShift

a = KMeans(
    # nothing to say
    n_init=10,
)
b = KMeans(  # nothing to say
    n_init=10,
)
c = KMeans(  # nothing
    # to
    # say
    n_init=10,
    )
d = KMeans(
    n_init=10,
)


def build():
    if True:
        return KMeans(
            # n_clusters=3)
            n_init=10,
        )


other = MeanShift(
    # nothing to say
)
