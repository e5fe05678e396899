# case: inherited methods belong to every public class that has them; private ones are left out, __call__ is not
class Base:
    def fit(self, X, y=None):
        pass

    def _fit(self, X):
        pass

    def __repr__(self, N_CHAR_MAX=700):
        pass


class Child(Base):
    def __call__(self, X, Y=None):
        pass

    def get(self, deep=True):
        pass
