# case: what is set on another object, or on something unknown, is no parameter of this one
from sklearn.cluster import KMeans

a = KMeans(3)  # call: sklearn.cluster.KMeans(_)
other.n_init = 10
other.set_params(n_init=4)
b = copy(a)
b.n_init = 5
a.fit_predict.n_init = 3  # a method is another object
