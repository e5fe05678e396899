from pkg.sizes import SIZE


def cut(values, sizes=(SIZE, SIZE), count=0):
    pass
