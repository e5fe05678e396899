# case: mode is called method, and 'auto' is exact for twice as many differences
from scipy.stats import wilcoxon

left_out = wilcoxon([1.1, 0.4, 2.3])  # expect: mode certain
by_old_name = wilcoxon([1.1, 0.4, 2.3], mode="approx")
by_position = wilcoxon([1.1, 0.4, 2.3], None, "wilcox", False, "two-sided", "approx")
