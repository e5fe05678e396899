# case: indentation by tabs is copied
from sklearn.cluster import KMeans, MeanShift

def build():
	if True:
		return KMeans(
			3,
			random_state=42,
		)
	x =	KMeans(3  # clusters
		)
	return KMeans(	3	)

def empty():
	return KMeans(
	)

other = MeanShift(
	3,
)
