# case: None does what its docstring says that it means; without a word it is left open.
def run(n_jobs=1, depth=3, method=None, size=None):
    """Run.

    Parameters
    ----------
    n_jobs : int, default=1
        Processes.
    depth : int, default=3
        How deep.
    method : str, default=None
        ``None`` means ``'fast'``.
    size : int, default=None
        How much.
    """
