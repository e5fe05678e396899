# case: a callable that the old version does not have fails loudly there
from sklearn.linear_model import TweedieRegressor

model = TweedieRegressor()
