# case: the method is said, so up to which size it would be exact does not matter
from scipy.stats import wilcoxon

result = wilcoxon([0.5, 1.5, -0.2, 2.0], method="approx")
