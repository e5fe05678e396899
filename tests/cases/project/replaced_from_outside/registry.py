from sklearn.cluster import KMeans

MODELS = {"km": KMeans}
FILLED = {"km": KMeans}
PAIR = (KMeans, KMeans)
OPTIONS = {"n_clusters": 3}
CHOSEN = KMeans


def register(name, cls):
    FILLED[name] = cls


def choose(cls):
    global CHOSEN
    CHOSEN = cls
