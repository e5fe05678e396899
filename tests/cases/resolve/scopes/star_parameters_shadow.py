# case: parameters of all kinds shadow
from sklearn.cluster import KMeans


def a(KMeans, /): KMeans()


def b(*, KMeans): KMeans()


def c(*KMeans): KMeans()


def d(**KMeans): KMeans()


async def e(KMeans=None): KMeans()
