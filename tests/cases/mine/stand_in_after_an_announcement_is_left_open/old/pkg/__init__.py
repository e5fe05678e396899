# case: where an earlier release announced what now may happen, or words say so, nobody but a person can tell.
class Sparse:
    """Reduce.

    Parameters
    ----------
    normalize : bool, default=False
        Whether to normalise.

        .. deprecated:: 1.0
           False is deprecated.

    copy : bool, default=True
        Whether to copy.
    """

    def __init__(self, normalize=False, copy=True):
        self.normalize = normalize
        self.copy = copy
