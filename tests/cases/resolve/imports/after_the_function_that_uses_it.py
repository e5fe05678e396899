# case: a function sees what is imported after it, because it runs later
def fit():
    return KMeans(3)  # call: sklearn.cluster.KMeans(_)


from sklearn.cluster import KMeans
