# case: `filter` gives some of the elements, `map` what a function of the project makes of them
import pandas as pd

from sklearn.cluster import KMeans

for model in filter(None, [KMeans()]):  # call: sklearn.cluster.KMeans()
    model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
for model in map(lambda k: KMeans(k), counts):  # call: sklearn.cluster.KMeans(_)
    model.fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
list(map(lambda frame: frame.head(), [pd.DataFrame()]))[0].groupby(k)  # call: pandas.DataFrame(); pandas.DataFrame.groupby(_)
for value in map(len, [KMeans]):
    value.fit_predict(X)
for value in map(load, [KMeans]):
    value.fit_predict(X)
for value in filter(None, unknown):
    value.fit_predict(X)
