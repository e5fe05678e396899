# case: the incident: n_init is left out, and 1.4.0 made it one run instead of ten
from sklearn.cluster import KMeans
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def build():
    return make_pipeline(
        StandardScaler(),
        KMeans(n_clusters=3, random_state=42, n_init=10),  # expect: n_init certain
    )
