# case: a keyword named like a class is no call
from sklearn.cluster import KMeans

run(KMeans=3, fit_predict=True)
run(KMeans)(KMeans=KMeans)
