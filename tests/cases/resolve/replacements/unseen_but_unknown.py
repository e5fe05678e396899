# case: a name that only text binds is not known
exec("from sklearn.cluster import KMeans")
KMeans(3)
globals()["DBSCAN"]()
