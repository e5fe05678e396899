# case: an import with an alias does not bind the root
import sklearn.cluster as cluster_module
import pandas as pd

sklearn.cluster.KMeans()
cluster.KMeans()
pandas.DataFrame()
