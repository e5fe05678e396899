# case: functions that refer to each other see each other
from sklearn.cluster import KMeans


def even(n):
    return odd(n - 1) if n else KMeans()  # call: sklearn.cluster.KMeans()


def odd(n):
    return even(n - 1)


odd(3)()
