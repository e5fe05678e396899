# case: spaces inside the parentheses stay on both sides
from sklearn.cluster import KMeans, MeanShift

a = KMeans( 3, n_init=10 )
b = KMeans( n_init=10 )
c = KMeans( n_init=10 )
d = KMeans( 3, n_init=10, )
e = KMeans( n_clusters = 3, n_init=10 )
f = KMeans (3, n_init=10)
g = KMeans(3,max_iter=5,n_init=10)
h = KMeans(3,max_iter=5,n_init=10,)
i = KMeans(3 , max_iter=5, n_init=10 )
other = MeanShift( 3 )
