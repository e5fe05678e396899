# case: what a decorator makes of a function is not known
from sklearn.cluster import KMeans


@patch
def KMeans(): ...


KMeans()
