# case: a handler may begin before or after the body bound the name
KM = load()
try:
    from sklearn.cluster import KMeans as KM
    run()
except ValueError:
    KM()  # call: sklearn.cluster.KMeans() possible
