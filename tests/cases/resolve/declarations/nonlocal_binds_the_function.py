# case: nonlocal binds in the function around
def outer():
    from sklearn.cluster import KMeans

    def inner():
        nonlocal KMeans
        KMeans = load()
        KMeans(3)

    inner()
    return KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
