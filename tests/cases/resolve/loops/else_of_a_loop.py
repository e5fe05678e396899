# case: the else of a loop runs when nothing broke out of it
from sklearn.cluster import KMeans

for x in xs:
    if x:
        break
else:
    KMeans = None
KMeans()  # call: sklearn.cluster.KMeans()
