# case: what a generator yields is not followed
from sklearn.cluster import KMeans


def models():
    yield KMeans


for Model in models():
    Model(3)
next(models())(3)
