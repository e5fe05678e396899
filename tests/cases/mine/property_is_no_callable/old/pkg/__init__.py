# case: properties, cached or with a setter, are not callables, and hide a method of a base
from functools import cached_property


class Base:
    def shape(self, axis=0):
        pass


class Thing(Base):
    @property
    def shape(self):
        return 1

    @cached_property
    def size(self):
        return 1

    @property
    def tol(self):
        return 1

    @tol.setter
    def tol(self, value=1):
        pass

    def __init__(self):
        self.fit = None

    def fit(self, X, copy=True):
        pass
