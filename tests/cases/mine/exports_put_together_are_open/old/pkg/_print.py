__all__ = ["show"]


def show(x, precision=8):
    pass


def helper():
    pass
