def split(x, size=0.25):
    pass
