# case: a Cyrillic letter that looks Latin is another name
from sklearn.cluster import KMeans

КMeans(3)
