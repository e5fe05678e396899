def split(x, size=None):
    pass
