# case: a byte order mark is no part of the first line
from sklearn.cluster import KMeans, MeanShift

a = KMeans("é")
other = MeanShift("é")
