# case: source in a newer syntax than that of the running Python
from sklearn.cluster import KMeans, MeanShift

type Model = KMeans


def first[T](models: list[T]) -> T:
    return models[0]


a = KMeans(3)
b = KMeans(
    3,  # clusters
)
c = KMeans(first[int](x for x in range(3)), **{"max_iter": 5})
d = KMeans(x for x in range(3))
e = f"{KMeans(f"{3}")}"  # refused: the call is inside a formatted string
f = KMeans(
    f"{"nested"}",
    **dict(max_iter=5),
)
g = KMeans(n_init=5)  # refused: 'n_init' is passed already
h = KMeans(**{"n_init": 5})  # refused: 'n_init' is passed already, by '**'
é = "ü"; i = (KMeans)("日本", *(3,))
j = KMeans((x for x in range(3)))
k = KMeans(f"{"n"}" for n in range(3))
other = MeanShift(3)
