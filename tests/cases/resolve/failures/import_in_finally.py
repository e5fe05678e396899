# case: what finally binds replaces what try bound
try:
    from sklearn.cluster import KMeans
finally:
    from mylib import KMeans

KMeans()
