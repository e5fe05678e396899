import six


class Base(object):
    def __init__(self, alpha=1.0, tol=1e-3):
        self.alpha = alpha

    def fit(self, X, y=None):
        return self


class Child(six.with_metaclass(Meta, Base)):
    pass
