# case: a built-in name that is bound in one branch is that or the built-in
if fast:
    from sklearn.cluster import KMeans as sum

sum(X)  # call: sklearn.cluster.KMeans(_) likely
