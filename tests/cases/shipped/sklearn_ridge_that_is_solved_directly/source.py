# case: a tolerance means nothing where nothing iterates
from sklearn.linear_model import Ridge, RidgeClassifier

a = Ridge(alpha=0.1, solver="svd")
b = RidgeClassifier(solver="cholesky")
