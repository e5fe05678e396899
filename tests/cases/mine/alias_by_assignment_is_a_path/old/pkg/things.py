limit = 3


class Thing:
    def __init__(self, n=1):
        pass
