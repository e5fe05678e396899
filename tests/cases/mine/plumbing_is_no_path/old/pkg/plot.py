from .core.deep.frame import Frame


def draw():
    pass
