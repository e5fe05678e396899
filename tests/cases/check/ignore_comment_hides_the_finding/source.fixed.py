# case: an ignore comment with the parameter, the code or nothing hides the finding
from sklearn.cluster import KMeans

a = KMeans(3)  # defaultdrift: ignore[n_init] -- one run is enough here
b = KMeans(3)  # defaultdrift: ignore[DD001]
c = KMeans(3)  # defaultdrift: ignore
d = KMeans(3)  # defaultdrift: ignore[KMeans.n_init]
e = KMeans(3, n_init=10)  # defaultdrift: ignore[tol]  # expect: n_init certain
