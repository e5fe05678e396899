# case: functions whose defaults stayed, next to some that changed
from scipy import integrate, signal, stats
from scipy.optimize import minimize

area = integrate.trapezoid([1.0, 2.0, 3.0])
smooth = signal.savgol_filter([1.0, 2.0, 3.0, 4.0, 5.0], 3, 1)
t, p = stats.ttest_ind([1.0, 2.0], [2.0, 3.0])
fit = minimize(lambda x: x**2, [1.0])
