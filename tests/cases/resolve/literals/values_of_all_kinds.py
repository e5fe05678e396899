# case: literals of every kind keep their source text
from sklearn.cluster import KMeans

KMeans(0x1F, 1_000, .5, r"\d", u"a", """b""", -0b1)  # call: sklearn.cluster.KMeans(0x1F, 1_000, .5, r"\d", u"a", """b""", -0b1)
