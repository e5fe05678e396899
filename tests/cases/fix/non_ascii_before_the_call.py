# case: columns count characters, not bytes
from sklearn.cluster import KMeans, MeanShift

é = "ü"; a = KMeans(3)
名前 = "𝒳"; b = KMeans("日本語", init="é")  # “KMeans”
c = KMeans(
    "ß",  # größe
)
d = {"🙂🙂": KMeans(é, KMeans("🙂"))}
other = "é"; MeanShift("ü")
