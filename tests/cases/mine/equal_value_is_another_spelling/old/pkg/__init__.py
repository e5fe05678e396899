# case: one value in two spellings is equivalent; what only looks alike is not.
import numpy as np


def clip(high=np.inf, low=np.nan, options={}, eps=np.finfo(np.float).eps, tol=0, dtype=np.float64, flag=1, other=[]):
    """Clip."""
