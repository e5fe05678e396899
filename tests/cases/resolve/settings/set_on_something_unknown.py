# case: what is set on something unknown is perhaps set on any object of the file
from sklearn.cluster import KMeans

a = KMeans(3)  # call: sklearn.cluster.KMeans(_) perhaps max_iter perhaps n_init
for model in [a]:
    configure(model)


def configure(model):
    model.n_init = 4
    model.cluster.max_iter = 5
