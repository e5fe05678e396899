# case: what a replacement is bound to is not what it replaces
from unittest import mock

with mock.patch("sklearn.cluster.KMeans") as KMeans:
    KMeans(3)


@mock.patch("sklearn.cluster.DBSCAN")
def test(DBSCAN):
    DBSCAN(4)
