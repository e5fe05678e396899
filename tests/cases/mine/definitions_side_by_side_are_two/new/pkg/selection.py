def split(x, size=0.5):
    pass
