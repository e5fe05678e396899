# case: the very same change of several callables is one row, and a default that appears or vanishes is a change
class A:
    def __init__(self, n=1, *, k=None):
        pass

    def fit(self, X, y):
        pass


class B(A):
    pass
