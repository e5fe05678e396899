# case: text that looks like a call is text
from sklearn.cluster import KMeans

"""KMeans(3)"""
x = "KMeans(3)"  # KMeans(3)
eval("KMeans(3)")
