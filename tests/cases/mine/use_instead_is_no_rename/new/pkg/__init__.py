# case: "use another one instead" may count in other units, so that the value is not carried over.
class Learner:
    """Learn.

    Parameters
    ----------
    n_iter : int, default=1000
        Mini-batches to go through.

        .. deprecated:: 2.0
           ``n_iter`` is deprecated and will be removed. Use ``max_iter`` instead.

    max_iter : int, default=None
        Passes over the data.
    """

    def __init__(self, n_iter="deprecated", max_iter=None):
        self.n_iter = n_iter
        self.max_iter = max_iter
