# case: strings side by side are one argument
from sklearn.cluster import KMeans, MeanShift

a = KMeans(3, "k-means"
              "++", n_init=10)
b = KMeans(
    3,
    "k-means"
    "++",
    n_init=10
)
c = KMeans(3, init="k-" "means" "++", n_init=10)
d = KMeans("""3,
)""", n_init=10)
other = MeanShift("a" "b")
