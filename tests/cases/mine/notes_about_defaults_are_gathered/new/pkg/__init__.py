# case: what a docstring newly says about a default is gathered; what it said before, or says of other things, is not.
def fold(cv=None, size=2, mode="x"):
    """Fold.

    .. versionchanged:: 2.0
        The default of `mode` is now 'x'.

    Parameters
    ----------
    cv : int, default=5
        Folds.

        .. versionchanged:: 1.0
            The default changed from 2 to 3.

        .. versionchanged:: 2.0
            ``cv`` default value if None changed from 3-fold to 5-fold.
    size : int, default=2
        How much. The default will change in 3.0.
    mode : str
        Which.

        .. versionchanged:: 2.0
            Accepts 'y'.
    """
