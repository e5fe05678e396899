# case: private functions, third-party names, nested functions, tests and setup files are no callables of the library
from numpy import array
from ._hidden import helper as _helper


def _private(x=1):
    pass


def public(x=2):
    def nested(y=3):
        pass
