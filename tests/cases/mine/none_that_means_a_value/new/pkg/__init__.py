# case: None does what its docstring says that it means; without a word it is left open.
def run(n_jobs=None, depth=None, method="fast", size=5):
    """Run.

    Parameters
    ----------
    n_jobs : int, default=None
        Processes. ``None`` means 1 unless in a backend context.
    depth : int, default=None
        How deep.
    method : str, default='fast'
        Which one.
    size : int, default=5
        How much.
    """
