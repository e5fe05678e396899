# case: the parameter of an outer lambda is seen in an inner one
from sklearn.cluster import KMeans

f = lambda KMeans: lambda x: KMeans(x)
g = lambda: [KMeans() for KMeans in xs]
