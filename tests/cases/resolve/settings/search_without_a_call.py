# case: the keys of a search call nothing
from sklearn.model_selection import GridSearchCV

grid = {"kmeans__n_init": [3, 4], "kmeans": ["KMeans()"]}
GridSearchCV(model, grid).fit(X)
