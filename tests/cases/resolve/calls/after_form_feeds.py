# case: form feeds between and before statements change nothing
from sklearn.cluster import KMeans

KMeans(1)  # call: sklearn.cluster.KMeans(1)
KMeans(2)  # call: sklearn.cluster.KMeans(2)
x = KMeans(  # call: sklearn.cluster.KMeans(3)
    3
)
text = """
KMeans(4)
"""


def fit():
    return [KMeans(5),KMeans(6)]  # call: sklearn.cluster.KMeans(5); sklearn.cluster.KMeans(6)
