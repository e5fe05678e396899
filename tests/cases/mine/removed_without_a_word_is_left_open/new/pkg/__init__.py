# case: a parameter that was deprecated is removed, one that disappears with its value is left open.
def grow():
    """Grow."""
