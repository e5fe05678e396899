# case: a path in a string is a string
"sklearn.cluster.KMeans"
b"sklearn.cluster.KMeans"
path = "sklearn" + ".cluster"
path.KMeans()
