# case: how leaves are estimated changes for one loss on one engine; boosting starts elsewhere for another
from catboost import CatBoostRegressor

median = CatBoostRegressor(loss_function="Quantile", iterations=50)  # expect: leaf_estimation_method certain
square = CatBoostRegressor(iterations=50)  # expect: boost_from_average certain
absolute = CatBoostRegressor(loss_function="MAE")
device = CatBoostRegressor(loss_function="Quantile", task_type="GPU")
told = CatBoostRegressor(loss_function="Quantile", leaf_estimation_method="Gradient")
