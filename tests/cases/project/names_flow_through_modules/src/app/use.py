import app
import app.data
import app.models as m
from app import Clusterer, data
from app.chosen import *
from app.compat import pd, sklearn

from . import models
from .models import Model as Other, make as build, unknown

Clusterer(1)  # call: sklearn.cluster.KMeans(1)
app.Clusterer(2)  # call: sklearn.cluster.KMeans(2)
m.KM(3)  # call: sklearn.cluster.KMeans(3)
models.DBSCAN(4)  # call: sklearn.cluster.DBSCAN(4)
Model(5)  # call: sklearn.cluster.KMeans(5)
Other(6).fit_predict(X)  # call: sklearn.cluster.KMeans(6); sklearn.cluster.KMeans.fit_predict(_)
make(7)  # call: sklearn.cluster.KMeans(7) likely
build(8, n_init=9).fit_predict(X)  # call: sklearn.cluster.KMeans(8, n_init=9) likely; sklearn.cluster.KMeans.fit_predict(_)
data.load("a").groupby("a")  # call: pandas.DataFrame.groupby(_)
app.data.FRAME.groupby("b")  # call: pandas.DataFrame.groupby(_)
pd.read_csv("c").groupby("c")  # call: pandas.read_csv(_); pandas.DataFrame.groupby(_)
sklearn.cluster.KMeans(9)  # call: sklearn.cluster.KMeans(9)
unknown(10)
DBSCAN(11)
