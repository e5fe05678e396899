class New:
    def __init__(self, n=1):
        pass
