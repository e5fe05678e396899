from .frame import Frame


def tool():
    pass
