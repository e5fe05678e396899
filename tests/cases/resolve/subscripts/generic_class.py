# case: a class with type arguments is not followed
from sklearn.cluster import KMeans

KMeans[int](3)
