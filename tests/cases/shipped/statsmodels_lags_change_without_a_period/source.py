# case: with a period the number of lags is what it was
from statsmodels.stats.diagnostic import acorr_ljungbox

test = acorr_ljungbox([1.0, 2.0, 4.0, 3.0, 5.0], return_df=True)  # expect: lags certain
seasonal = acorr_ljungbox([1.0, 2.0, 4.0, 3.0, 5.0], period=12, return_df=True)
table = acorr_ljungbox([1.0, 2.0, 4.0, 3.0, 5.0], lags=[10])  # expect: return_df certain
