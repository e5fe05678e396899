class Thing:
    def __init__(self, n=9, init='a'):
        self.n = n
