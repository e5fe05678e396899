# case: iterating over a comprehension or a generator expression gives its elements
from sklearn.cluster import KMeans

for Model in (M for M in [KMeans]):
    Model(3)  # call: sklearn.cluster.KMeans(_)
for model in {KMeans(n) for n in ns}:  # call: sklearn.cluster.KMeans(_)
    model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
for model in {n: KMeans(n) for n in ns}.values():  # call: sklearn.cluster.KMeans(_)
    model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
[x for x in xs][0](3)
for key in {n: KMeans(n) for n in ns}:  # call: sklearn.cluster.KMeans(_)
    key.fit_predict(X)
