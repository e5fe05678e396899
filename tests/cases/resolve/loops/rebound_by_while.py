# case: a name that a loop without end binds anew is gone after it
from sklearn.cluster import KMeans

while True:
    KMeans = load()
    break
KMeans()
