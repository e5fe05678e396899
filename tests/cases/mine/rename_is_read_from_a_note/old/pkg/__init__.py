# case: a note says that a parameter was renamed, and the new name takes the old default over.
class Tree:
    """Grow.

    Parameters
    ----------
    affinity : str, default='euclidean'
        The distance.
    """

    def __init__(self, affinity="euclidean"):
        self.affinity = affinity
