# case: a form feed counts as a character of its line
from sklearn.cluster import KMeans, MeanShift


a = KMeans(3)

def f():
    return KMeans(
        3,
    )
b = KMeans(3)
c = KMeans(
    3,
)
other = MeanShift(3)
