# case: an object under the name of the library is not the library
sklearn = Fake()
sklearn.cluster.KMeans(3)
setattr(sklearn, "KMeans", Fake)
sklearn.KMeans(4)
