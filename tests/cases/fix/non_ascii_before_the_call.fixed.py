# case: columns count characters, not bytes
from sklearn.cluster import KMeans, MeanShift

é = "ü"; a = KMeans(3, n_init=10)
名前 = "𝒳"; b = KMeans("日本語", init="é", n_init=10)  # “KMeans”
c = KMeans(
    "ß",  # größe
    n_init=10,
)
d = {"🙂🙂": KMeans(é, KMeans("🙂", n_init=10), n_init=10)}
other = "é"; MeanShift("ü")
