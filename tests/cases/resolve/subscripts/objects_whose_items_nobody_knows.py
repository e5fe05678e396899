# case: what is said of one class does not hold for others
from sklearn.cluster import DBSCAN

unknown["a"].apply(f)
unknown.pivot_table()["a"].apply(f)
pivot_table(unknown)["a"].apply(f)
(DBSCAN)[0].fit_predict(X)
