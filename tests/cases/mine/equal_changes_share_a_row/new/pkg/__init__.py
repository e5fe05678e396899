class A:
    def __init__(self, n=2, *, k=None):
        pass

    def fit(self, X, y=None):
        pass


class B(A):
    pass
