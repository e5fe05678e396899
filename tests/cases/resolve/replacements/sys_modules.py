# case: a module may be put in the place of another one
import sys

sys.modules["sklearn.cluster"] = fake
from sklearn.cluster import KMeans

KMeans(3)  # call: sklearn.cluster.KMeans(_) likely
