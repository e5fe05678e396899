# case: a root that only begins or ends like a known one is another package
import mysklearn.cluster
import sklearn_extra.cluster as c
from sklearnex.cluster import KMeans
from mylib.sklearn.cluster import DBSCAN

mysklearn.cluster.KMeans()
c.KMeans()
KMeans()
DBSCAN()
