# case: a dotted import with an alias binds the submodule
import pandas as pd
import sklearn.cluster as c

c.KMeans()  # call: sklearn.cluster.KMeans()
pd.DataFrame({"a": [1]})  # call: pandas.DataFrame(_)
sklearn.cluster.KMeans()
