# case: a name that the module is not known to have is not the callable of that name
from sklearn.decomposition import KMeans
from sklearn.utils import train_test_split

KMeans()
train_test_split(X)
