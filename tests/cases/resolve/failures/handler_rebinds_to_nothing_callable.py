# case: alternatives that cannot be called are no callables
try:
    KMeans = "sklearn"
except ImportError:
    KMeans = None

KMeans()
