# case: a call that decorates
from sklearn.cluster import KMeans, MeanShift

@KMeans(3)
def f(): ...


@KMeans(
    3,
)
class A(KMeans(4), metaclass=type): ...


@KMeans
def g(): ...


@MeanShift(3)
def h(): ...
