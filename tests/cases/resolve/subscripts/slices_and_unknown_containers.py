# case: slices and items of unknown containers are not followed
from sklearn.cluster import KMeans

(KMeans, KMeans)[0:1]()
models[0]()
KMeans[int]()
load()["km"]()
