# case: an attribute that is only set to something unknown is not known
from sklearn import cluster


class Model:
    cls = None


Model.cls = load(cluster)
Model.cls(3)
Model().cls(4)
