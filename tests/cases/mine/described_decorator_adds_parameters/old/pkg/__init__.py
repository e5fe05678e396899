# case: a decorator that `library.toml` describes adds parameters, unless they are declared
from ._tools import adds_axis, other


@adds_axis(lambda x: x, default_axis=None)  # what it returns
def mean(a):
    pass


@adds_axis(lambda x: x)
def total(a, keep=True, **kwargs):
    pass


@other
def plain(a):
    pass
