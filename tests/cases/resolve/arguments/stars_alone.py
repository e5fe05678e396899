# case: unpacking a class does not call it
from sklearn.cluster import KMeans

print(*KMeans, **KMeans)
[*KMeans]
