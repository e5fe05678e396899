# case: empty parentheses get the argument and nothing else
from sklearn.cluster import KMeans, MeanShift

model = KMeans(n_init=10)
other = MeanShift()
text = "KMeans()"  # KMeans()
