# case: getattr with anything but a plain literal is not followed
from sklearn import cluster

getattr(cluster, name)(3)
getattr(cluster, "KMe" "ans")(3)
getattr(cluster, "\x4bMeans")(3)
getattr(load(), "KMeans")(3)
getattr(*args)(3)
getattr(cluster)(3)
