# case: a value that only warns of another one is announced, and costs a warning.
class KMeans:
    """Cluster.

    Parameters
    ----------
    n_init : int, default=10
        Runs.
    """

    def __init__(self, n_init=10):
        self.n_init = n_init
