# case: parameters that became keyword-only were still taken by position, so the third one here is n_init
from sklearn.cluster import KMeans

a = KMeans(8, "k-means++", 5)  # expect: algorithm certain
b = KMeans(8, "random")  # expect: algorithm certain
c = KMeans(8)  # expect: algorithm certain, n_init certain
