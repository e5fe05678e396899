# case: where an earlier release announced what now may happen, or words say so, nobody but a person can tell.
class Sparse:
    """Reduce.

    Parameters
    ----------
    normalize : bool, default='deprecated'
        .. deprecated:: 2.0
           It will be removed.

    copy : bool, default='deprecated'
        .. deprecated:: 2.0
           It will be removed: input is always copied.
    """

    def __init__(self, normalize="deprecated", copy="deprecated"):
        self.normalize = normalize
        self.copy = copy
