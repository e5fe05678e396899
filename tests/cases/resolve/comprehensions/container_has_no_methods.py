# case: what a comprehension gives has no methods of a library class, nor have keys and unknown elements
from sklearn import cluster

models = [cluster for _ in range(3)]
models.fit_predict(X)
{n: load(n) for n in ns}["a"].fit_predict(X)
[load(n) for n in ns][0].fit_predict(X)
(load(n) for n in ns).fit_predict(X)
