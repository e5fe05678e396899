# case: "use another one instead" may count in other units, so that the value is not carried over.
class Learner:
    """Learn.

    Parameters
    ----------
    n_iter : int, default=1000
        Mini-batches to go through.
    """

    def __init__(self, n_iter=1000):
        self.n_iter = n_iter
