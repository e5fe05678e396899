# case: attributes lead on from modules
import sklearn

sklearn.cluster.KMeans()  # call: sklearn.cluster.KMeans()
sklearn.cluster.k_means_.KMeans()  # call: sklearn.cluster.k_means_.KMeans()
sklearn.KMeans()
sklearn.cluster.KMeans.KMeans()
