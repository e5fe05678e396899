def f(x, same=2, *, new=3):
    pass
