__all__ = ['shown']


def shown(a=1):
    pass


def kept_back(a=2):
    pass
