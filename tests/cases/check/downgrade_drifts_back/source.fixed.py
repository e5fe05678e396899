# case: going back across the change drifts as well; the effect of the version now is what would be lost
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3, n_init='auto')  # expect: n_init certain
