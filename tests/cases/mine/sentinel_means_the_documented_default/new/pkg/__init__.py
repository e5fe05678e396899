class Means:
    """Cluster.

    Parameters
    ----------
    n_init : 'auto' or int, default='auto'
        Number of runs.

        .. versionadded:: 0.1

        .. versionchanged:: 2.0
           Default value changed
           to `'auto'`.
    """

    def __init__(self, n_init="auto"):
        pass
