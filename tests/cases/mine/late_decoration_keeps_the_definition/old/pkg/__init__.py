# case: a class or function that is handed through a call under its own name is the one defined before
class Model:
    @classmethod
    def load(cls, path, strict=True): ...


Model = complete(Model, head="base")


def fit(model, steps=10): ...


fit = traced(fit)
other = traced(fit)
