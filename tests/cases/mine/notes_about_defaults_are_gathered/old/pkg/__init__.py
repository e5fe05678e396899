# case: what a docstring newly says about a default is gathered; what it said before, or says of other things, is not.
def fold(cv=None, size=2, mode="x"):
    """Fold.

    Parameters
    ----------
    cv : int, default=3
        Folds.

        .. versionchanged:: 1.0
            The default changed from 2 to 3.
    size : int, default=1
        How much.
    mode : str
        Which.
    """
