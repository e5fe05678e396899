# case: a generator without parentheses gets them, inside the call
from sklearn.cluster import KMeans, MeanShift

a = KMeans(x for x in range(3))
b = KMeans( x for x in range(3) if x )
c = KMeans(
    (x) for x in (range(3))  # lazily
)
d = KMeans((x for x in range(3)))
e = KMeans(((x) for x in range(3)),)
other = MeanShift(x for x in range(3))
