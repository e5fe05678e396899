# case: importing and mentioning is not calling
import sklearn.cluster
from sklearn.cluster import KMeans

print(KMeans, sklearn.cluster.KMeans)
assert isinstance(model, KMeans)
__all__ = ["KMeans"]
