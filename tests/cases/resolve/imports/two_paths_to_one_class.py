# case: two import paths of one class are one callable, so there is no doubt
import sklearn

if sklearn.__version__ >= "0.22":
    from sklearn.cluster import KMeans
else:
    from sklearn.cluster.k_means_ import KMeans

KMeans(3)  # call: sklearn.cluster.KMeans(_)
