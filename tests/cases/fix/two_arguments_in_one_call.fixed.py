# case: several arguments of one call follow the order of the signature
from sklearn.linear_model import Lasso, Ridge

a = Ridge(alpha=1.0, tol=0.001)
b = Ridge(1, alpha=1.0, tol=0.001)
c = Ridge(1, alpha=1.0, tol=0.001,)
d = Ridge(
    1,  # strength
    alpha=1.0,
    tol=0.001,
)
e = Ridge(
    1,  # strength
    alpha=1.0,
    tol=0.001
)
f = Ridge(
    # nothing
    alpha=1.0,
    tol=0.001,
)
g = Ridge(alpha=1.0, tol=0.001, **{})
h = Ridge(
    alpha=1.0,
    tol=0.001,
    **{},
)
i = Ridge(1,
          2,
          alpha=1.0,
          tol=0.001)
other = Lasso()
