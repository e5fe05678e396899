# case: called through its class, a method takes the object first, which is not among the arguments
import pandas as pd
from sklearn.cluster import KMeans

KMeans.fit_predict(km, X)  # call: sklearn.cluster.KMeans.fit_predict(_)
KMeans.fit_predict(*(km, X))  # call: sklearn.cluster.KMeans.fit_predict(_)
KMeans.fit_predict(*both)  # call: sklearn.cluster.KMeans.fit_predict(*?)
pd.DataFrame.from_dict(data, "index")  # call: pandas.DataFrame.from_dict(_, _)
