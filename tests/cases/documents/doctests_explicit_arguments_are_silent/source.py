"""Text.

>>> KMeans(3, n_init=10)
>>> KMeans(3, n_init="auto")
>>> options = {"n_init": 1}
>>> KMeans(3, **options)
>>> KMeans(3)  # defaultdrift: ignore[n_init]
"""

from sklearn.cluster import KMeans
