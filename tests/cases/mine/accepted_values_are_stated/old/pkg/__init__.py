# case: constraints are followed through bases, updates and pops; annotations and decorators state values as well.
from numbers import Integral, Real
from typing import Literal

from pkg._validation import HasMethods, Hidden, Interval, Options, StrOptions, validate_params


class Base:
    _parameter_constraints: dict = {
        "solver": [StrOptions({"a", "b"}), None],
        "tol": [Interval(Real, 0, None, closed="left")],
        "seed": ["random_state"],
        "verbose": ["verbose"],
    }

    def __init__(self, solver="a", tol=0.1, seed=None, verbose=0):
        pass


class Child(Base):
    _parameter_constraints: dict = {
        **Base._parameter_constraints,
        "depth": [Interval(Integral, 1, 9, closed="both"), Hidden(StrOptions({"warn"}))],
        "estimator": [HasMethods(["fit"]), None],
        "criterion": [compute()],
    }
    for _name in ["verbose"]:
        _parameter_constraints.pop(_name)
    _parameter_constraints["ratio"] = [Interval(Real, 0, 1, closed="neither"), "boolean"]

    def __init__(self, solver="a", tol=0.1, seed=None, verbose=0, depth="warn", estimator=None, criterion=1, ratio=0.5):
        pass


class Quiet(Child):
    pass


class Unknown(Base):
    _parameter_constraints = make()


@validate_params({"X": ["array-like"], "mode": [Options(str, {"x", "y"})]})
def score(X, mode="x"):
    pass


def read(engine: Literal["c", "python"] | None = None, sep: str = ","):
    pass
