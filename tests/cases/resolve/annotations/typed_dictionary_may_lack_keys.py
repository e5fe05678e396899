# case: what a described type need not have is not known, nor what an unknown base adds
from typing import TypedDict, NotRequired

import elsewhere
from sklearn.cluster import KMeans


class Options(TypedDict, total=False):
    n_init: int


class Mixed(TypedDict):
    n_init: int
    verbose: NotRequired[bool]


class Unknown(elsewhere.Options):
    verbose: bool


class Fields:
    n_init: int


def make(options: Options, mixed: Mixed, unknown: Unknown, fields: Fields):
    KMeans(3, **options)  # call: sklearn.cluster.KMeans(_, **?) likely
    KMeans(3, **mixed)  # call: sklearn.cluster.KMeans(_, n_init, **?) likely
    KMeans(3, **unknown)  # call: sklearn.cluster.KMeans(_, **?) likely
    KMeans(3, **fields)  # call: sklearn.cluster.KMeans(_, **?) likely
