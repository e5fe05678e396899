# case: several arguments of one call follow the order of the signature
from sklearn.linear_model import Lasso, Ridge

a = Ridge()
b = Ridge(1)
c = Ridge(1,)
d = Ridge(
    1,  # strength
)
e = Ridge(
    1  # strength
)
f = Ridge(
    # nothing
)
g = Ridge(**{})
h = Ridge(
    **{},
)
i = Ridge(1,
          2)
other = Lasso()
