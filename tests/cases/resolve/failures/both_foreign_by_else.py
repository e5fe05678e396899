# case: the else branch of try replaces what its body bound
try:
    from sklearn.cluster import KMeans
except ImportError:
    KMeans = None
else:
    KMeans = patch(KMeans)

KMeans()
