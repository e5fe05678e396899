# case: None means what the engine takes, and that is other trees; what was said before stays
import xgboost as xgb

model = xgb.XGBRegressor(objective="reg:squarederror")  # expect: learning_rate certain, max_depth certain, n_jobs certain
told = xgb.XGBRegressor(max_depth=3, learning_rate=0.1, n_jobs=1, objective="reg:squarederror")
data = xgb.DMatrix([[0.0], [1.0]], label=[0, 1])
booster = xgb.train({"max_depth": 3}, data, 10)
