from . import _print
from ._print import *

__all__ = ["add"]


def extend_all(module):
    __all__.extend(module.__all__)


extend_all(_print)


def add(a, b=1):
    pass


def _private():
    pass
