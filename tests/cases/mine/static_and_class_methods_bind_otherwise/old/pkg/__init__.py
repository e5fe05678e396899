# case: what is bound is left out: nothing of a static method, cls of a class method
def path(X, eps=1e-3):
    pass


class Thing:
    trace = staticmethod(path)
    bound = path

    @staticmethod
    def make(n=1):
        pass

    @classmethod
    def build(cls, n=2):
        pass

    def __new__(cls, *args, **kwargs):
        pass

    def __init__(self, n=3):
        pass
