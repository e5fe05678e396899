# case: what is set in the next line by an unpacked dictionary is passed
from sklearn.cluster import KMeans

model = KMeans(3)
model.set_params(**{"n_init": 4})
