# case: a partial of what cannot be called is no call
from functools import partial

make = partial(None, 3)
make()
partial("sklearn.cluster.KMeans", 3)(4)
