__all__ = ["Linear"]


class Linear:
    def __init__(self, size, bias=True): ...
