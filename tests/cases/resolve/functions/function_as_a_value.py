# case: a class that is returned or passed is not called
from sklearn.cluster import KMeans


def make(kind):
    return KMeans


def use(f=KMeans): ...


make("km")(3)
use(KMeans)
