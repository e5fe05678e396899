class Thing:
    def __init__(self, n=8, init='a'):
        self.n = n
