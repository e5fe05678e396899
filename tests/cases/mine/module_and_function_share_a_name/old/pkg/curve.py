def curve(X, grid=100):
    pass


def plot(X, ax=None):
    pass
