"""Text.

KMeans(3)
>>> print(1)
KMeans(3)

... KMeans(3)
"""

from sklearn.cluster import KMeans
