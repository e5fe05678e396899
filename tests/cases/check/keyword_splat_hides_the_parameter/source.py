# case: an unknown keyword splat may hold the parameter, so the finding is only possible and its fix not safe
from sklearn.cluster import KMeans


def build(options):
    return KMeans(n_clusters=3, **options)  # expect: n_init possible
