# case: a handler that raises leaves one alternative
try:
    from sklearn.cluster import KMeans
except ImportError as error:
    raise SystemExit("install scikit-learn") from error

KMeans()  # call: sklearn.cluster.KMeans()
