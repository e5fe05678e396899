def load(name, jit=True):
    pass


class Model:
    def __init__(self, name="small"):
        pass

    def load(self, path, strict=True):
        pass
