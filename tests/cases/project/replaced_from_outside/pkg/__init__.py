from sklearn.cluster import KMeans as KM
