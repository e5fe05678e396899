# case: over a whole sentinel cycle the two ends are compared, and the old value is written
import sklearn.cluster

model = sklearn.cluster.KMeans(8, n_init=10)  # expect: n_init certain
small = sklearn.cluster.MiniBatchKMeans(n_init=3)  # expect: n_init certain
