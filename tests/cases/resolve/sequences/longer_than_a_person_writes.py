# case: unpacking into another number of names gives nothing known
from sklearn.cluster import KMeans

A, B = (KMeans, KMeans, KMeans)
A(3)
(A,) = ()
A(3)
