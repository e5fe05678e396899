# case: a class that constructs nothing takes nothing; one behind which stands a class from outside takes anything
from other import Outside


class Plain:
    pass


class Warned(UserWarning):
    pass


class Borrowed(Outside):
    pass
