# case: a parameter with a default that is gone gets a row; one that was added, or that goes with its callable, gets none
def f(x, old=1, same=2):
    pass


def gone(x=1):
    pass
