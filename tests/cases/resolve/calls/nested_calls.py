# case: each call of a nest is a call of its own
from sklearn.cluster import KMeans
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

make_pipeline(StandardScaler(), KMeans(3))  # call: sklearn.pipeline.make_pipeline(_, _); sklearn.preprocessing.StandardScaler(); sklearn.cluster.KMeans(_)
Pipeline([("a", StandardScaler()), ("b", KMeans(3))]).fit(X)  # call: sklearn.pipeline.Pipeline(_); sklearn.pipeline.Pipeline.fit(_); sklearn.preprocessing.StandardScaler(); sklearn.cluster.KMeans(_)
