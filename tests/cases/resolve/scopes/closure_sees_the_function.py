# case: an inner function sees the names of the function around it
def outer():
    from sklearn.cluster import KMeans

    def inner():
        return KMeans(3)  # call: sklearn.cluster.KMeans(_)

    return inner


def other():
    return KMeans(3)
