# case: a parameter that was deprecated is removed, one that disappears with its value is left open.
def grow(depth=3, seed=7, groups=None, presort="deprecated"):
    """Grow.

    Parameters
    ----------
    depth : int, default=3
        How deep.
    seed : int, default=7
        .. deprecated:: 1.0
           It is not used and will be removed in 2.0.
    """
