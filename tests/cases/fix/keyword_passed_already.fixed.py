# case: a keyword that is passed is not passed twice
from sklearn.cluster import KMeans
from sklearn.linear_model import Ridge

a = KMeans(3, n_init=5)  # refused: 'n_init' is passed already
b = KMeans(n_init="auto")  # refused: 'n_init' is passed already
c = KMeans(dict(n_init=5), n_init=10)
d = Ridge(tol=0.1, alpha=1.0)  # refused: 'tol' is passed already
