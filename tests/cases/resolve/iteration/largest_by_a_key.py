# case: `max` and `min` give any of what they choose from, which the function behind `key` receives
from sklearn.cluster import KMeans

models = [KMeans(n) for n in ns]  # call: sklearn.cluster.KMeans(_)
max(models, key=lambda m: m.fit_predict(X)).fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_); sklearn.cluster.KMeans.fit_predict(_)
min(KMeans(1), KMeans(2)).fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
max(models, default=None).fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
sorted(models, key=lambda m: m.fit_predict(X))[0].fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_); sklearn.cluster.KMeans.fit_predict(_)
max(KMeans(1), load()).fit_predict(X)  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_) possible
