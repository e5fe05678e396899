def adds_axis(function, default_axis=0):
    pass


def other(function):
    pass
