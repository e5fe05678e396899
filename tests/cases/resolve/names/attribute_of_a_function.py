# case: a function has no methods
from sklearn.model_selection import train_test_split

train_test_split.fit_predict(X)
train_test_split.KMeans()
