# case: a dictionary changed through another name is not known
from sklearn.cluster import KMeans

a = {"n_init": 3}
b = a
b["max_iter"] = 5
KMeans(**a)  # call: sklearn.cluster.KMeans(**?)
c = {"inner": {"n_init": 3}}
d = c["inner"]
d.update(load())
KMeans(**c["inner"])  # call: sklearn.cluster.KMeans(**?)
e = [{"n_init": 3}]
for f in e:
    f["max_iter"] = 5
KMeans(**e[0])  # call: sklearn.cluster.KMeans(**?)
