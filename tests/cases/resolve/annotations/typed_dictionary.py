# case: a dictionary of a described type passes its keys, as far as annotations are to be trusted
from typing import TypedDict

from sklearn.cluster import KMeans


class Options(TypedDict):
    n_init: int
    verbose: bool


class More(Options):
    algorithm: str


def make(options: Options, more: More):
    KMeans(3, **options)  # call: sklearn.cluster.KMeans(_, n_init, verbose) likely
    KMeans(**more)  # call: sklearn.cluster.KMeans(n_init, verbose, algorithm) likely


KMeans(**Options(n_init=3, verbose=True))  # call: sklearn.cluster.KMeans(n_init=3, verbose=True)
