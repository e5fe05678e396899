class KMeans:
    pass


Other = KMeans
Other(6)
KMeans(7)
