# case: what is computed is not told as a value
from sklearn.cluster import KMeans

KMeans(1 + 1, x, f"a", not True, [x], -x, ~1, {"a": x}, [*a], {**b})  # call: sklearn.cluster.KMeans(_, _, _, _, _, _, _, _, _, _)
