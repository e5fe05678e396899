# case: an import in a comment or a string is text
# from sklearn.cluster import KMeans
"""
from sklearn.cluster import KMeans
"""

KMeans(3)
