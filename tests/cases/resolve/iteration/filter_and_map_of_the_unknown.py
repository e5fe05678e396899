# case: of unknown elements `filter` and `map` give unknown ones
from sklearn import cluster

for value in map(len, [cluster]):
    value.fit_predict(X)
for value in map(load, [cluster]):
    value.fit_predict(X)
for value in filter(None, unknown):
    value.fit_predict(X)
filter(None, [cluster]).fit_predict(X)
map(*others)
filter(None)
