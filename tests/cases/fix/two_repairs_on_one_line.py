# case: several calls on one line, several statements on one line
from sklearn.cluster import KMeans, MeanShift

a, b = KMeans(3), KMeans(4)
c = KMeans(3); d = KMeans(4); e = MeanShift(5)
f = [KMeans(3), KMeans(), KMeans(4,)]
