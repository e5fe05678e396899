# case: what a call is unpacked into is not known
from sklearn.cluster import KMeans
from sklearn.model_selection import train_test_split

KMeans, train_test_split = load()
KMeans()
train_test_split(X)
