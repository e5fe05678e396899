# case: what a class of the file keeps is not followed
from sklearn.cluster import KMeans


class Model:
    cls = KMeans


Model.cls()
Model().cls()
