# case: a base with type arguments is not followed
from sklearn.cluster import KMeans


class Model(KMeans[int]): ...


class Other(Generic[T], KMeans): ...


Model(3)
Other(3).fit_predict(X)
