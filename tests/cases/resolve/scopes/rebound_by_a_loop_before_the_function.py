# case: a function defined after the loop sees what the loop left
from sklearn.cluster import KMeans

for KMeans in models:
    pass
else:
    KMeans = load()


def fit():
    return KMeans(3)
