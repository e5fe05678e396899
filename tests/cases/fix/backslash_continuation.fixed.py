# case: a line that a backslash continues needs no line of its own
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, \
           random_state=42, n_init=10)
b = KMeans \
    (3, n_init=10)
c = KMeans(3, n_init=10 \
           )
d = KMeans( \
    3, n_init=10, \
    )
e = KMeans(n_init=10 \
)
assert KMeans(3, n_init=10) and \
    KMeans(4, n_init=10)
other = MeanShift(3, \
                  4)
