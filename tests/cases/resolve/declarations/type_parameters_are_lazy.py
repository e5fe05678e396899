# case: bounds of type parameters are not evaluated
from sklearn.cluster import KMeans


def fit[T: KMeans(1)](x: T): ...


class Model[T: KMeans(2)]: ...
