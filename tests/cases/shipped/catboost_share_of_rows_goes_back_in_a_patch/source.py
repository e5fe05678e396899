# case: the share of rows for the Bernoulli bootstrap went up in 0.18 and back in 0.18.1
from catboost import CatBoostClassifier

model = CatBoostClassifier(bootstrap_type="Bernoulli", boosting_type="Plain", loss_function="Logloss")
