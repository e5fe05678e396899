# case: a line that a backslash continues needs no line of its own
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, \
           random_state=42)
b = KMeans \
    (3)
c = KMeans(3 \
           )
d = KMeans( \
    3, \
    )
e = KMeans( \
)
assert KMeans(3) and \
    KMeans(4)
other = MeanShift(3, \
                  4)
