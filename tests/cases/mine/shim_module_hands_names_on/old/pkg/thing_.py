from . import _thing


def __getattr__(name):
    return getattr(_thing, name)
