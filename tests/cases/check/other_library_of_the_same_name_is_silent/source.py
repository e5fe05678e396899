# case: another library has a KMeans too
import sklearn
from cuml.cluster import KMeans
from faiss import KMeans as Other

a = KMeans(n_clusters=3)
b = Other(3)
