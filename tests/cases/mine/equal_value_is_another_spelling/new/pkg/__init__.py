# case: one value in two spellings is equivalent; what only looks alike is not.
import numpy
import numpy as np


def clip(
    high=float("inf"),
    low=numpy.nan,
    options=dict(),
    eps=np.finfo(float).eps,
    tol=0.0,
    dtype=numpy.float32,
    flag=True,
    other=(),
):
    """Clip."""
