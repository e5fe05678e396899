class Model:
    def __init__(self, name="small"):
        pass

    def load(self, path, strict=False):
        pass
