# case: empty parentheses get the argument and nothing else
from sklearn.cluster import KMeans, MeanShift

model = KMeans()
other = MeanShift()
text = "KMeans()"  # KMeans()
