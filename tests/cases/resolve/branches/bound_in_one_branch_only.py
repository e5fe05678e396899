# case: a name that is bound in one branch is that or not bound
if fast:
    from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans()
