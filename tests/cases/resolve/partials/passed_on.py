# case: a class passed as an argument is not called there
from sklearn.cluster import KMeans

run(KMeans, 3)
map(KMeans, [1, 2])
