# case: what finally deletes is not bound afterwards
try:
    from sklearn.cluster import KMeans
finally:
    del KMeans

KMeans()
