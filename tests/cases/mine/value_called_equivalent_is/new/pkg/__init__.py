# case: a value that is called equivalent or renamed is no drift; one that is called a changed default is.
def boost(loss="squared_error", rule="sqrt", size=5):
    """Boost.

    Parameters
    ----------
    loss : str, default='squared_error'
        What is made small.

        .. deprecated:: 2.0
            The loss `'mse'` was deprecated and will be removed. Use
            `loss='squared_error'` which is equivalent.
    rule : {"auto", "sqrt"}, default="sqrt"
        - If "auto", then `rule=sqrt(n)`.
        - If "sqrt", then `rule=sqrt(n)`.
    size : int, default=5
        How many.

        .. versionchanged:: 2.0
            The default value changed from 3 to 5, which is equivalent to fewer rounds.
    """
