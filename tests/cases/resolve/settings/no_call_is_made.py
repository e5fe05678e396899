# case: setting parameters is no call of the class
from sklearn.cluster import KMeans

setattr(KMeans, "seed", 1)
model.set_params(n_init=3)
vars(model)["n_init"] = 4
