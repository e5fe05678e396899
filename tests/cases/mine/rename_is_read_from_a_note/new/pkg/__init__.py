# case: a note says that a parameter was renamed, and the new name takes the old default over.
import warnings


class Tree:
    """Grow.

    Parameters
    ----------
    affinity : str, default='euclidean'
        The distance.

        .. deprecated:: 2.0
            `affinity` was deprecated in version 2.0 and will be renamed to
            `metric` in 4.0.

    metric : str, default=None
        The distance.
    """

    def __init__(self, affinity="deprecated", metric=None):
        self.affinity = affinity
        self.metric = metric

    def fit(self, X):
        if self.affinity != "deprecated":
            warnings.warn("Attribute `affinity` was deprecated, use `metric` instead", FutureWarning)
