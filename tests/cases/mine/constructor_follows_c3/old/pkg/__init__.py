# case: in a diamond the constructor is the one that C3 puts first, not the one that is found first in depth
class Root:
    def __init__(self, depth=1):
        pass


class Left(Root):
    pass


class Right(Root):
    def __init__(self, depth=2):
        pass


class Both(Left, Right):
    pass
