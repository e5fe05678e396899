# case: a value that only warns of another one is announced, and costs a warning.
import warnings


class KMeans:
    """Cluster.

    Parameters
    ----------
    n_init : 'auto' or int, default=10
        Runs.
    """

    def __init__(self, n_init="warn"):
        self.n_init = n_init

    def fit(self, X):
        if self.n_init == "warn":
            warnings.warn(
                "The default value of `n_init` will change from 10 to 'auto' in 4.0. Set the "
                "value of `n_init` explicitly to suppress the warning",
                FutureWarning,
            )
