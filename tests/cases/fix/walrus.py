# case: an assignment expression is an argument like another
from sklearn.cluster import KMeans, MeanShift

a = KMeans(n := 3)
b = KMeans((n := 3), max_iter=(m := 5))
if (model := KMeans(n)):
    pass
other = MeanShift(n := 3)
