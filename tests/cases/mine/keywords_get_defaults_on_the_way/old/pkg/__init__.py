# case: keywords that are taken out or filled in on the way have the defaults that they get there
def plot(x, colour="k", width=1, style="-", alpha=1.0, marker=None):
    pass


def bars(x, **kwargs):
    height = kwargs.pop("height", 2)
    kwargs.setdefault("width", 5)
    if "style" not in kwargs:
        kwargs["style"] = "--"
    kwargs["alpha"] = height
    plot(x, colour="b", **kwargs)
