# case: where nothing is optimised, no method is used
from statsmodels.tsa.holtwinters import ExponentialSmoothing, SimpleExpSmoothing

series = [3.0, 4.0, 5.0]
SimpleExpSmoothing(series).fit(smoothing_level=0.6, optimized=False)
ExponentialSmoothing(series).fit(0.6, optimized=False)
