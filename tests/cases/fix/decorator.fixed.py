# case: a call that decorates
from sklearn.cluster import KMeans, MeanShift

@KMeans(3, n_init=10)
def f(): ...


@KMeans(
    3,
    n_init=10,
)
class A(KMeans(4, n_init=10), metaclass=type): ...


@KMeans
def g(): ...


@MeanShift(3)
def h(): ...
