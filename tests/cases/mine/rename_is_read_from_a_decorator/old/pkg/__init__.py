# case: a decorator that names the old and the new parameter says that one became the other.
def dump(path, labels=None, sep=","):
    """Write."""
