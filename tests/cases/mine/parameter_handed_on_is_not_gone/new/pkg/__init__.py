class Base:
    def __init__(self, depth=3, rate=0.1):
        pass


class Model(Base):
    def __init__(self, **kwargs):
        super().__init__(**prepare(kwargs))


class Closed(Base):
    def __init__(self, depth=3):
        super().__init__(depth)


def prepare(kwargs):
    return kwargs
