def f(
    tol: float = 0.0001,
    init: str = "k-means++",
    shape=(1, 2),
    scale=-1.0,
):
    pass
