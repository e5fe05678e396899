# case: several imports in one statement each bind
import numpy as np, sklearn.cluster as c, pandas

c.KMeans()  # call: sklearn.cluster.KMeans()
pandas.read_csv("a.csv")  # call: pandas.read_csv(_)
np.cluster.KMeans()
