# case: the same value in another spelling, an annotation, or another order of decorators is no change
def f(tol=1e-4, init='k-means++', shape=(1,2), scale=-1.):
    pass
