# case: what a generator expression gives is not followed
from sklearn.cluster import KMeans

for Model in (M for M in [KMeans]):
    Model(3)
[x for x in xs][0](3)
