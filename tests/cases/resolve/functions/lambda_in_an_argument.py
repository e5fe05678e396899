# case: a call in a lambda is a call
from sklearn.cluster import KMeans

run(lambda X: KMeans(3).fit_predict(X))  # call: sklearn.cluster.KMeans(_); sklearn.cluster.KMeans.fit_predict(_)
