# case: the target of a loop over something unknown is unknown
from sklearn.cluster import KMeans

for KMeans in load():
    KMeans()
for Model in models:
    Model()
