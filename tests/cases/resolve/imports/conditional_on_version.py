# case: of two imports by version, each may be the one
import sklearn

if sklearn.__version__ >= "0.18":
    from sklearn.model_selection import train_test_split
else:
    from sklearn.cross_validation import train_test_split

train_test_split(X)  # call: sklearn.cross_validation.train_test_split(_) likely; sklearn.model_selection.train_test_split(_) likely
