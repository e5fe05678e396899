# case: indentation by tabs is copied
from sklearn.cluster import KMeans, MeanShift

def build():
	if True:
		return KMeans(
			3,
			random_state=42,
			n_init=10,
		)
	x =	KMeans(3,  # clusters
	   	       n_init=10
		)
	return KMeans(	3, n_init=10	)

def empty():
	return KMeans(
		n_init=10,
	)

other = MeanShift(
	3,
)
