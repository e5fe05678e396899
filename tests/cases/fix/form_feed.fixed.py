# case: a form feed counts as a character of its line
from sklearn.cluster import KMeans, MeanShift


a = KMeans(3, n_init=10)

def f():
    return KMeans(
        3,
        n_init=10,
    )
b = KMeans(3, n_init=10)
c = KMeans(
    3,
    n_init=10,
)
other = MeanShift(3)
