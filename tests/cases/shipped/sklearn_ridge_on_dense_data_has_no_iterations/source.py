# case: with solver='auto' only sparse data is solved step by step; a solver that iterates stops later
from sklearn.linear_model import Ridge

a = Ridge()  # expect: tol possible
b = Ridge(solver="cholesky")
c = Ridge(solver="saga")  # expect: tol certain


def build(solver):
    return Ridge(solver=solver)  # expect: tol possible
