from ._c import *

__all__ = ["array", "shape"]


def shape(a, keep=True):
    pass
