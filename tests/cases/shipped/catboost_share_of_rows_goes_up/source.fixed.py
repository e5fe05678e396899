# case: the share of rows for the Bernoulli bootstrap goes up; the bootstrap is another one where it is left out
from catboost import CatBoostClassifier

drawn = CatBoostClassifier(bootstrap_type="Bernoulli", boosting_type="Plain", loss_function="Logloss", subsample=0.66)  # expect: subsample certain
plain = CatBoostClassifier(boosting_type="Plain", loss_function="Logloss", bootstrap_type='Bayesian')  # expect: bootstrap_type certain
many = CatBoostClassifier(boosting_type="Plain", loss_function="MultiClass")
