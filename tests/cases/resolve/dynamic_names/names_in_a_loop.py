# case: a name that a loop computes is not known
from sklearn import cluster

for name in read():
    getattr(cluster, name)(3)
    getattr(cluster, f"{name}Means")(4)
