# case: after global, an import in a function binds the module's name
def setup():
    global KMeans
    from sklearn.cluster import KMeans

    KMeans(1)  # call: sklearn.cluster.KMeans(1)
