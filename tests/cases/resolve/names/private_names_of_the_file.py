# case: names of the file that are spelled like paths are attributes of what they are
class sklearn:
    class cluster:
        class KMeans: ...


sklearn.cluster.KMeans()
