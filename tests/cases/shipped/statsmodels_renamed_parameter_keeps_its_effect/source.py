# case: maxlag is called nlags, and left out it counts the lags as before
from statsmodels.stats.diagnostic import het_arch, het_white

left_out = het_arch([0.1, -0.2, 0.3, -0.1])
by_old_name = het_arch([0.1, -0.2, 0.3, -0.1], maxlag=2)
white = het_white([0.1, -0.2, 0.3], [[1, 2], [1, 3], [1, 5]])
