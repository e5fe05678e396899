# case: the elements of unknown iterables are not known
from sklearn import cluster

[Model(3) for Model in all_estimators()]
[getattr(cluster, name)(3) for name in names]
{k: v(3) for k, v in models.items()}
