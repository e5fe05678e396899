# case: an assignment expression is an argument like another
from sklearn.cluster import KMeans, MeanShift

a = KMeans(n := 3, n_init=10)
b = KMeans((n := 3), max_iter=(m := 5), n_init=10)
if (model := KMeans(n, n_init=10)):
    pass
other = MeanShift(n := 3)
