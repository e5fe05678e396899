# case: a method taken from an object stays bound to it
from sklearn.cluster import KMeans

predict = KMeans(3).fit_predict  # call: sklearn.cluster.KMeans(_)
predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
