# case: an attribute of something unknown leads nowhere, whatever its name
class Config:
    cluster = load()


Config.cluster.KMeans()
Config().sklearn.cluster.KMeans()
self.sklearn.cluster.KMeans()
