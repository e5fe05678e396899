from sklearn.cluster import DBSCAN as Other
