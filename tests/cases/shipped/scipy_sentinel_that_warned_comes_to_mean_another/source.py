# case: mode kept the axis while keepdims=None only warned, and drops it now
from scipy import stats

mode = stats.mode([[1, 2], [1, 3]])  # expect: keepdims certain
kept = stats.mode([[1, 2], [1, 3]], keepdims=True)
