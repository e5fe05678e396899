# case: beside a sentinel the documented default is proposed as the effective one
class Means:
    """Cluster.

    Parameters
    ----------
    n_init : int, default=10
        Number of runs.

        .. versionadded:: 0.1
    """

    def __init__(self, n_init="warn"):
        pass
