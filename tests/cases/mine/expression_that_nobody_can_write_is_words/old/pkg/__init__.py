# case: a parameter gets an expression of names as its default: its effect is words, which no one writes into a call
_SIZE = 128


def cut(values, sizes, count):
    pass
