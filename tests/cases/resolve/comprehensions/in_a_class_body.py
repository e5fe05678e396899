# case: in a class body only the first iterable sees the names of the body
class Model:
    from sklearn.cluster import KMeans

    a = [x for x in KMeans(1)]  # call: sklearn.cluster.KMeans(1)
    b = [KMeans(2) for x in xs]
    c = [x for y in xs for x in KMeans(3)]
