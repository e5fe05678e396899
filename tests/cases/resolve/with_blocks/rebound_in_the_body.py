# case: what the body of with binds holds after it
from sklearn.cluster import KMeans

with open("a"):
    KMeans = load()
KMeans()
