# case: what is set by keywords that nobody knows may be the parameter
from sklearn.cluster import KMeans

model = KMeans(3)  # expect: n_init possible
model.set_params(**chosen)
