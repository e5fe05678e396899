# case: where the period tells how many lags, their default does not matter
from statsmodels.stats.diagnostic import acorr_ljungbox

seasonal = acorr_ljungbox([1.0, 2.0, 4.0, 3.0, 5.0], period=12, return_df=True)
given = acorr_ljungbox([1.0, 2.0, 4.0, 3.0, 5.0], lags=5, return_df=False)
