# case: an import in the else branch of try
try:
    import numpy
except ImportError:
    from mylib import KMeans
else:
    from sklearn.cluster import KMeans

KMeans()  # call: sklearn.cluster.KMeans() likely
