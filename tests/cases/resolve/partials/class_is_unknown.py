# case: partial of something that is not known is not told
from functools import partial

partial(load("KMeans"), 3)()
partial(model.fit_predict, X)()
