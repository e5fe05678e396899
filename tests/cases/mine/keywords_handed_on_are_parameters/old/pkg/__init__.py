# case: keywords that are handed to one other callable are parameters, behind the own ones
from other import ClassifierMixin


class Model:
    def __init__(self, depth=3, rate=0.1, *, seed=None, **kwargs):
        self.kwargs = kwargs


class Classifier(ClassifierMixin, Model):
    def __init__(self, *, objective="binary", **kwargs):
        super().__init__(rate=0.3, **kwargs)

    def fit(self, X, **kwargs):
        return self._fit(X, **kwargs)

    def _fit(self, X, y, weight=1):
        pass


class Ranker(Classifier):
    def __init__(self, top=10, **kwargs):
        Classifier.__init__(self, **kwargs)


def train(**kwargs):
    return Model(5, **kwargs)
