# case: a lambda in a comprehension sees its targets
from sklearn.cluster import KMeans

makers = [lambda: Model(3) for Model in (KMeans,)]  # call: sklearn.cluster.KMeans(_)
others = [lambda: KMeans(3) for KMeans in load()]
