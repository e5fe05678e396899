# case: 'ywadjusted' -> None -> 'ywm': the end points differ
from statsmodels.graphics.tsaplots import plot_pacf

figure = plot_pacf([1.0, 2.0, 4.0, 3.0, 5.0], lags=1, method='yw')  # expect: method certain
chosen = plot_pacf([1.0, 2.0, 4.0, 3.0, 5.0], lags=1, method="ywm")
