# case: a call inside a formatted string is refused
from sklearn.cluster import KMeans, MeanShift

a = f"{KMeans(3)}"  # refused: the call is inside a formatted string
b = f"model: {KMeans(3)!r:>{len(str(KMeans(4)))}}"  # refused: the call is inside a formatted string, the call is inside a formatted string
c = KMeans(f"{3}")
d = "a" f"{KMeans(3)}"  # refused: the call is inside a formatted string
other = f"{MeanShift(3)} KMeans(3)"
