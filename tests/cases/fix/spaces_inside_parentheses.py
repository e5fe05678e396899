# case: spaces inside the parentheses stay on both sides
from sklearn.cluster import KMeans, MeanShift

a = KMeans( 3 )
b = KMeans( )
c = KMeans(  )
d = KMeans( 3, )
e = KMeans( n_clusters = 3 )
f = KMeans (3)
g = KMeans(3,max_iter=5)
h = KMeans(3,max_iter=5,)
i = KMeans(3 , max_iter=5 )
other = MeanShift( 3 )
