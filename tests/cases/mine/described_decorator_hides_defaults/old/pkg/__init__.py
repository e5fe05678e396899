# case: behind a decorator that hides them, the defaults are those that the docstring spells
from ._tools import implemented_in_c


@implemented_in_c("join")
def join(arrays, axis=None, out=None, *, casting=None, like=None):
    """
    join((a1, a2, ...), axis=0, out=None,
         casting="same_kind")

    Join arrays; with like=5 nothing.
    """


@implemented_in_c("silent")
def silent(a, order=None):
    """Return nothing."""
