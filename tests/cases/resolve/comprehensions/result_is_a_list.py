# case: the result of a comprehension has no methods of a library class
from sklearn.cluster import KMeans

models = [KMeans for _ in range(3)]
models[0](3)
models.fit_predict(X)
