# case: a value that is called equivalent or renamed is no drift; one that is called a changed default is.
def boost(loss="mse", rule="auto", size=3):
    """Boost.

    Parameters
    ----------
    loss : str, default='mse'
        What is made small.
    rule : {"auto", "sqrt"}, default="auto"
        - If "auto", then `rule=sqrt(n)`.
        - If "sqrt", then `rule=sqrt(n)`.
    size : int, default=3
        How many.
    """
