from .frame import Frame

__all__ = ["Frame", "export"]


def export():
    pass
