# case: None stands for the stream that was the default
from catboost import CatBoostRegressor, Pool, cv


def train(X, y):
    pool = Pool(X, y)
    scores = cv(pool, {"loss_function": "RMSE"}, fold_count=5)
    return CatBoostRegressor(iterations=20).fit(pool), scores
