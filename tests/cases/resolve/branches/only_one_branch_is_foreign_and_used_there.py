# case: inside a branch the foreign binding counts
if gpu:
    from cuml.cluster import KMeans

    KMeans()
else:
    from mylib import KMeans

    KMeans()
