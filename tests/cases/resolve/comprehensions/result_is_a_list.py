# case: a comprehension gives a container of its elements, which has no methods of a library class
from sklearn.cluster import KMeans

models = [KMeans for _ in range(3)]
models[0](3)  # call: sklearn.cluster.KMeans(_)
made = [KMeans(n) for n in ns]  # call: sklearn.cluster.KMeans(_)
made[0].fit_predict(X)  # call: sklearn.cluster.KMeans.fit_predict(_)
names = [model.name for model in made]
names[0].fit_predict(X)
others = [model.wrap() for model in made]
others[0].fit_predict(X)
