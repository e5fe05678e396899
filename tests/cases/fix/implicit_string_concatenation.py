# case: strings side by side are one argument
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, "k-means"
              "++")
b = KMeans(
    3,
    "k-means"
    "++"
)
c = KMeans(3, init="k-" "means" "++")
d = KMeans("""3,
)""")
other = MeanShift("a" "b")
