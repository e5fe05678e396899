# case: functions that replace an attribute are understood by their names
from unittest import mock

import sklearn.cluster
from sklearn import cluster


@mock.patch.object(cluster, "DBSCAN")
def test_one(fake):
    cluster.DBSCAN()  # call: sklearn.cluster.DBSCAN() possible


def test_two(monkeypatch):
    with mock.patch("sklearn.cluster.KMeans"):
        sklearn.cluster.KMeans(3)  # call: sklearn.cluster.KMeans(_) possible
