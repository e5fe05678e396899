# case: a generator without parentheses gets them, inside the call
from sklearn.cluster import KMeans, MeanShift

a = KMeans((x for x in range(3)), n_init=10)
b = KMeans( (x for x in range(3) if x), n_init=10 )
c = KMeans(
    ((x) for x in (range(3))),  # lazily
    n_init=10
)
d = KMeans((x for x in range(3)), n_init=10)
e = KMeans(((x) for x in range(3)), n_init=10,)
other = MeanShift(x for x in range(3))
