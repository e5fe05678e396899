# case: decorators that wrap a function leave its signature as declared
from contextlib import contextmanager

from ._tools import available_if, deprecated, validate_params


@deprecated("use load")
def fetch(name, timeout=3):
    pass


@validate_params({"n": [int]}, prefer_skip_nested_validation=True)
def load(n=5, *, copy=False):
    pass


@contextmanager
def context(assume_finite=None):
    yield


old_load = deprecated("use load")(load)


class Base:
    def decision_function(self, X, batch=1):
        pass


class Thing(Base):
    predict_proba = available_if(_can)(Base.decision_function)

    @available_if(_can)
    def predict(self, X, check=True):
        pass
