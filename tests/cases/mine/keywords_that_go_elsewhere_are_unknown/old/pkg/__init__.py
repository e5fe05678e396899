# case: where it cannot be told who gets the keywords, none are parameters
def one(a=1):
    pass


def two(a=2):
    pass


def either(kind, **kwargs):
    if kind:
        return one(**kwargs)
    return two(**kwargs)


def changed(**kwargs):
    kwargs.update(a=5)
    return one(**kwargs)


def chosen(function=one, **kwargs):
    return function(**kwargs)


def hidden(**kwargs):
    check(kwargs)
    return one(**kwargs)


def spread(*args, **kwargs):
    return one(*args, **kwargs)


def outside(**kwargs):
    return unknown(**kwargs)


def check(kwargs):
    pass
