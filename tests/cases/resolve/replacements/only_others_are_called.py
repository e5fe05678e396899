# case: what is put in the place of something else is not what it replaces
from sklearn import cluster

other.KMeans = cluster
setattr(other, "KMeans", Fake)
other.KMeans(3)
patch.object(other, "KMeans")(3)
