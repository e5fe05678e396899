# case: a parameter that `**kwargs` handed on is not gone where it cannot be followed any more, and is where there is no `**kwargs`
class Base:
    def __init__(self, depth=3, rate=0.1):
        pass


class Model(Base):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)


class Closed(Base):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
