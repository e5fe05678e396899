# case: arguments of callables that are not known are not told
from sklearn.cluster import KMeans

make(KMeans, **{"n_init": 3})
make(*(KMeans, 3), **dict(model=KMeans))
