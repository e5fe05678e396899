# case: a name bound anew in every branch is none of the old
from sklearn.cluster import KMeans

if a:
    KMeans = load()
elif b:
    from mylib import KMeans
else:

    def KMeans(): ...


KMeans()
