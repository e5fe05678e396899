# case: the metric of one objective changes, the others keep theirs
from xgboost import XGBRegressor

square = XGBRegressor()
poisson = XGBRegressor(objective="count:poisson")
gamma = XGBRegressor(objective="reg:gamma", eval_metric="rmse")
