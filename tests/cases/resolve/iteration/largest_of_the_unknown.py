# case: `max` and `min` of unknown values give unknown ones
from sklearn import cluster

max(load(cluster)).fit_predict(X)
max(1, 2).fit_predict(X)
max(*load()).fit_predict(X)
max(key=len).fit_predict(X)
min([1, 2], key=lambda n: n.fit_predict(X)).fit_predict(X)
sorted(load(), key=lambda n: n.fit_predict(X))
