# case: None stood for 'ywadjusted' while the change was announced
from statsmodels.graphics.tsaplots import plot_pacf
import statsmodels.tsa.api as tsa

figure = plot_pacf([1.0, 2.0, 4.0, 3.0, 5.0], lags=1)
model = tsa.SARIMAX([1.0, 2.0, 4.0])
